// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.Conflict;
import dev.portalblocks.core.model.PortalException.ContentRejected;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.PortalException.LimitExceeded;
import dev.portalblocks.core.model.PortalException.NotFound;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.ImportOutcome;
import dev.portalblocks.kb.model.ImportedArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One import, file by file. */
final class ImportRun {
    private final KnowledgeBase knowledge;
    private final ImportOptions options;
    private final Actor actor;
    private final MarkdownTree tree;
    private final MarkdownReader reader;
    private final LinkedFiles linkedFiles;
    private final Map<ImportOutcome, Integer> outcomes = new EnumMap<>(ImportOutcome.class);
    private final List<Reading.Refusal> refusals = new ArrayList<>();
    private final List<ImportReport.Remark> remarks = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    ImportRun(KnowledgeBase knowledge, ImportOptions options, Actor actor, MarkdownTree tree) {
        this.knowledge = knowledge;
        this.options = options;
        this.actor = actor;
        this.tree = tree;
        this.reader = MarkdownReader.ofAtMost(options.maxBytes());
        this.linkedFiles = new LinkedFiles(knowledge.editor(), actor, tree.root());
    }

    ImportReport toEnd(ImportListener listener) {
        int total = tree.files().size() + tree.skipped().size();
        for (Reading.Refusal skipped : tree.skipped()) {
            refuse(skipped);
            listener.finished(refusals.size(), total, skipped.path());
        }
        int done = tree.skipped().size();
        for (Path file : tree.files()) {
            Reading reading = reader.read(tree.root(), file);
            take(reading);
            listener.finished(++done, total, reading.path());
        }
        int archived = options.archiveVanished() ? archiveVanished() : 0;
        return new ImportReport(
                total,
                count(ImportOutcome.NEW),
                count(ImportOutcome.CHANGED),
                count(ImportOutcome.UNCHANGED),
                archived,
                refusals,
                remarks);
    }

    private int count(ImportOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    private void take(Reading reading) {
        if (reading instanceof Reading.MarkdownArticle article) {
            try {
                publish(article);
            } catch (InvalidInput | Conflict | NotFound | LimitExceeded | ContentRejected e) {
                refuse(new Reading.Refusal(article.path(), 0, e.code(), String.valueOf(e.getMessage())));
            }
        } else if (reading instanceof Reading.Refusal refusal) {
            refuse(refusal);
        }
    }

    private void refuse(Reading.Refusal refusal) {
        seen.add(refusal.path());
        refusals.add(refusal);
    }

    private void publish(Reading.MarkdownArticle article) {
        SourceKey source = new SourceKey(options.source(), article.path());
        List<Asset> before = knowledge
                .intake()
                .find(actor, source)
                .map(ImportedArticle::assets)
                .orElse(List.of());
        List<Reading.Note> notes = new ArrayList<>(article.notes());
        List<Asset> assets = linkedFiles.assets(article, before, notes);
        ImportOutcome outcome = knowledge
                .intake()
                .put(actor, new ImportArticle(source, article.source().category(), content(article, assets)));
        seen.add(article.path());
        outcomes.merge(outcome, 1, Integer::sum);
        notes.forEach(note -> remarks.add(new ImportReport.Remark(article.path(), note)));
    }

    private ArticleContent content(Reading.MarkdownArticle article, List<Asset> assets) {
        Reading.Meta meta = article.meta();
        LanguageTag named = meta.locale();
        LanguageTag language = named == null ? options.language() : named;
        return new ArticleContent(
                language,
                Map.of(language, new ArticleText(meta.title(), article.body())),
                Set.of(),
                meta.tags(),
                meta.audiences().isEmpty() ? options.audiences() : Set.copyOf(meta.audiences()),
                assets);
    }

    /** A file that is refused is still there: only what has no file any more has vanished. */
    private int archiveVanished() {
        List<ImportedArticle> vanished = new ArrayList<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        Page<ImportedArticle> page = knowledge.intake().list(actor, options.source(), request);
        collectVanished(page, vanished);
        while (page.next() != null) {
            page = knowledge.intake().list(actor, options.source(), request.after(page.next()));
            collectVanished(page, vanished);
        }
        return (int) vanished.stream().filter(this::archive).count();
    }

    /** Returns false where somebody else has archived it meanwhile, or put it beyond reach. */
    private boolean archive(ImportedArticle article) {
        try {
            knowledge.intake().withdraw(actor, article.source());
            return true;
        } catch (Conflict | NotFound e) {
            return false;
        }
    }

    /** A file below a folder that could not be listed may be there. */
    private boolean isThere(String path) {
        return seen.contains(path)
                || tree.skipped().stream().anyMatch(skipped -> path.startsWith(skipped.path() + "/"));
    }

    private void collectVanished(Page<ImportedArticle> page, List<ImportedArticle> into) {
        page.items().stream()
                .filter(article -> article.state() == ArticleState.PUBLISHED)
                .filter(article -> !isThere(article.source().path()))
                .forEach(into::add);
    }
}
