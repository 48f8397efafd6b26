// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleFinding;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.ContentProblem;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.rendering.Inspection;
import dev.portalblocks.rendering.model.LinkTarget;
import dev.portalblocks.rendering.model.TextInspection;
import dev.portalblocks.rendering.model.TextReference;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks contents over, several at once, so that what they link is asked for together. Links into the FAQ are another block's, and are
 * not looked at.
 */
final class ContentCheck {
    private static final int AT_ONCE = 100;

    private final Map<ArticleContent, Map<LanguageTag, TextInspection>> inspected = new HashMap<>();
    private final Map<ArticleId, StoredArticle> linked = new HashMap<>();
    private final OperationContext context;

    private ContentCheck(OperationContext context) {
        this.context = context;
    }

    /** Returns a check of these contents; what is linked is there as far as the scope admits it. */
    static ContentCheck of(OperationContext context, ArticleStore articles, List<ArticleContent> contents) {
        ContentCheck check = new ContentCheck(context);
        Set<ArticleId> ids = new HashSet<>();
        for (ArticleContent content : contents) {
            Map<LanguageTag, TextInspection> texts = new TreeMap<>();
            content.texts().forEach((language, text) -> texts.put(language, Inspection.of(text.body())));
            check.inspected.put(content, texts);
            texts.values().stream()
                    .flatMap(text -> text.references().stream())
                    .flatMap(reference -> article(reference).stream())
                    .forEach(ids::add);
        }
        check.load(articles, List.copyOf(ids));
        return check;
    }

    private void load(ArticleStore articles, List<ArticleId> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<ArticleId> some = Set.copyOf(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            articles.listOf(context.tx(), context.scope(), some).forEach(found -> linked.put(found.id(), found));
        }
    }

    /** Returns what is wrong with one of the contents. */
    List<ArticleFinding> findings(ArticleContent content) {
        List<ArticleFinding> findings = new ArrayList<>();
        inspected.getOrDefault(content, Map.of()).forEach((language, text) -> {
            text.findings()
                    .forEach(finding -> findings.add(new ArticleFinding(
                            language,
                            ContentProblem.valueOf(finding.problem().name()),
                            finding.destination(),
                            finding.line())));
            text.references()
                    .forEach(reference -> problem(content, reference)
                            .ifPresent(problem -> findings.add(
                                    new ArticleFinding(language, problem, reference.destination(), reference.line()))));
        });
        return findings;
    }

    private Optional<ContentProblem> problem(ArticleContent content, TextReference reference) {
        LinkTarget target = LinkTarget.parse(reference.destination()).orElse(null);
        if (target == null) {
            return Optional.empty();
        }
        return switch (target.type()) {
            case ARTICLE -> {
                StoredArticle found = article(reference).map(linked::get).orElse(null);
                yield found == null ? Optional.of(ContentProblem.LINK_TO_NOTHING) : problem(content, found);
            }
            case ASSET ->
                nothingUnless(content.assets().stream()
                        .anyMatch(asset -> asset.content().toString().equals(target.id())));
            case PATH ->
                nothingUnless(content.assets().stream().map(Asset::path).anyMatch(path -> isAt(path, target.id())));
            case FAQ -> Optional.empty();
        };
    }

    private Optional<ContentProblem> problem(ArticleContent content, StoredArticle found) {
        Optional<PublishedArticle> shown = found.shownAt(context.now());
        if (shown.isEmpty()) {
            return Optional.of(ContentProblem.LINK_TO_UNPUBLISHED);
        }
        Set<Audience> readers = shown.get().revision().content().audiences();
        return content.audiences().stream().allMatch(reader -> isAmong(reader, readers))
                ? Optional.empty()
                : Optional.of(ContentProblem.LINK_FOR_FEWER_READERS);
    }

    /** Whoever is in any audience but that of everybody has signed in. */
    private static boolean isAmong(Audience reader, Set<Audience> readers) {
        return readers.contains(Audience.PUBLIC)
                || readers.contains(reader)
                || (!reader.equals(Audience.PUBLIC) && readers.contains(Audience.SIGNED_IN));
    }

    private static Optional<ContentProblem> nothingUnless(boolean there) {
        return there ? Optional.empty() : Optional.of(ContentProblem.LINK_TO_NOTHING);
    }

    private static boolean isAt(String path, String written) {
        return path.equals(written) || path.equals(decoded(written));
    }

    private static String decoded(String written) {
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written; // a percent sign that is none of an address
        }
    }

    private static Optional<ArticleId> article(TextReference reference) {
        return LinkTarget.parse(reference.destination())
                .filter(target -> target.type() == LinkTarget.Type.ARTICLE)
                .flatMap(target -> {
                    try {
                        return Optional.of(ArticleId.of(new ObjectRef("article", target.id())));
                    } catch (PortalException.InvalidInput e) {
                        return Optional.empty();
                    }
                });
    }
}
