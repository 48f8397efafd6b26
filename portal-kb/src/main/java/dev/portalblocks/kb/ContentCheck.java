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
import dev.portalblocks.kb.model.CheckedArticle;
import dev.portalblocks.kb.model.ContentProblem;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.rendering.Inspection;
import dev.portalblocks.rendering.model.LinkTarget;
import dev.portalblocks.rendering.model.TextInspection;
import dev.portalblocks.rendering.model.TextReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks over what articles say, several at once, so that what they link is asked for together. Links into the FAQ are another block's, and
 * are not looked at.
 */
final class ContentCheck {
    private static final int AT_ONCE = 100;

    private final OperationContext context;
    private final Map<ArticleId, List<Inspected>> articles = new HashMap<>();
    private final Map<ArticleId, StoredArticle> linked = new HashMap<>();

    /** One text, and the content that it is of. */
    private record Inspected(
            ArticleId article, ArticleContent content, LanguageTag language, TextInspection inspection) {}

    private ContentCheck(OperationContext context) {
        this.context = context;
    }

    /** Returns a check of these contents of articles; what is linked is there as far as the scope admits it. */
    static ContentCheck of(
            OperationContext context, ArticleStore store, Map<ArticleId, List<ArticleContent>> contents) {
        ContentCheck check = new ContentCheck(context);
        Set<ArticleId> ids = new HashSet<>();
        contents.forEach((article, some) -> {
            List<Inspected> texts = some.stream()
                    .flatMap(content -> inspected(article, content))
                    .toList();
            check.articles.put(article, texts);
            texts.stream()
                    .flatMap(text -> text.inspection().references().stream())
                    .flatMap(reference -> article(reference).stream())
                    .forEach(ids::add);
        });
        check.load(store, List.copyOf(ids));
        return check;
    }

    private static Stream<Inspected> inspected(ArticleId article, ArticleContent content) {
        return content.texts().entrySet().stream()
                .map(text -> new Inspected(
                        article,
                        content,
                        text.getKey(),
                        Inspection.of(text.getValue().body())));
    }

    private void load(ArticleStore store, List<ArticleId> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<ArticleId> some = Set.copyOf(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            store.listOf(context.tx(), context.scope(), some).forEach(found -> linked.put(found.id(), found));
        }
    }

    /** Returns what is wrong with one of the articles; what is so in several of its contents is told once. */
    CheckedArticle checked(ArticleId article) {
        return new CheckedArticle(
                article,
                articles.getOrDefault(article, List.of()).stream()
                        .flatMap(this::findings)
                        .distinct()
                        .toList());
    }

    private Stream<ArticleFinding> findings(Inspected text) {
        Stream<ArticleFinding> itself = text.inspection().findings().stream()
                .map(finding -> new ArticleFinding(
                        text.language(),
                        ContentProblem.valueOf(finding.problem().name()),
                        finding.destination(),
                        finding.line()));
        Stream<ArticleFinding> links = text.inspection().references().stream()
                .flatMap(reference -> problem(text, reference).stream()
                        .map(problem -> new ArticleFinding(
                                text.language(), problem, reference.destination(), reference.line())));
        return Stream.concat(itself, links);
    }

    private Optional<ContentProblem> problem(Inspected text, TextReference reference) {
        ArticleContent content = text.content();
        LinkTarget target = LinkTarget.parse(reference.destination()).orElse(null);
        if (target == null) {
            return Optional.empty();
        }
        return switch (target.type()) {
            case ARTICLE -> {
                StoredArticle found = article(reference).map(linked::get).orElse(null);
                yield found == null
                        ? Optional.of(ContentProblem.LINK_TO_NOTHING)
                        : found.id().equals(text.article()) ? Optional.empty() : problem(content, found);
            }
            case ASSET ->
                nothingUnless(content.assets().stream()
                        .anyMatch(asset -> asset.content().toString().equals(target.id())));
            case PATH ->
                nothingUnless(content.assets().stream().map(Asset::path).anyMatch(target::leadsTo));
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
