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
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.ImportOutcome;
import dev.portalblocks.kb.model.ImportedArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
    private final ImportedTexts texts;
    private final ImportedCategories categories;
    private final ImportedCare care;
    private final boolean isExport;
    private final Set<ArticleId> ids = new HashSet<>();
    private final Map<ImportOutcome, Integer> outcomes = new EnumMap<>(ImportOutcome.class);
    private final List<Reading.Refusal> refusals = new ArrayList<>();
    private final List<ImportReport.Remark> remarks = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int translations;

    ImportRun(KnowledgeBase knowledge, ImportOptions options, Actor actor, MarkdownTree tree) {
        this.knowledge = knowledge;
        this.options = options;
        this.actor = actor;
        this.tree = tree;
        this.isExport = Files.isRegularFile(tree.root().resolve(ExportManifest.FILE), LinkOption.NOFOLLOW_LINKS);
        MarkdownReader plain = MarkdownReader.ofAtMost(options.maxBytes());
        this.reader = isExport ? plain.ofExport() : plain;
        this.texts = new ImportedTexts(tree.root(), reader);
        this.categories = new ImportedCategories(knowledge.categoryEditor(), actor);
        this.care = new ImportedCare(knowledge, actor);
        this.linkedFiles = new LinkedFiles(knowledge.editor(), actor, tree.root());
    }

    ImportReport toEnd(ImportListener listener) {
        int total = tree.files().size() + tree.skipped().size();
        for (Reading.Refusal skipped : tree.skipped()) {
            refuse(skipped);
            listener.finished(refusals.size(), total, skipped.path());
        }
        if (isExport) {
            remarks.addAll(categories.makeAll(tree.root(), options.language()));
        }
        int done = tree.skipped().size();
        for (Path file : tree.files()) {
            Reading reading = reader.read(tree.root(), file);
            take(reading);
            listener.finished(++done, total, reading.path());
        }
        texts.left().forEach(this::refuse);
        remarks.addAll(care.relateAll());
        int archived = options.archiveVanished() ? archiveVanished() : 0;
        return new ImportReport(
                total,
                count(ImportOutcome.NEW),
                count(ImportOutcome.CHANGED),
                count(ImportOutcome.UNCHANGED),
                translations,
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
            } catch (Refused refused) {
                refuse(refused.at(article.path()));
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

    private void publish(Reading.MarkdownArticle article) throws Refused {
        Reading.Settings settings = article.meta().settings();
        if (settings.translationOf() != null) {
            texts.await(article.path());
            return;
        }
        LanguageTag named = article.meta().locale();
        LanguageTag language = named == null ? options.language() : named;
        ImportedTexts.Texts all = texts.of(article, language);
        if (settings.id() != null && !ids.add(settings.id())) {
            throw Refused.whole("id-twice", "Another file of the tree has this id.");
        }
        List<Reading.Note> notes = new ArrayList<>();
        ImportOutcome outcome = put(article, all, language, notes);
        seen.add(article.path());
        outcomes.merge(outcome, 1, Integer::sum);
        translations += all.translations();
        remarks.addAll(all.remarks());
        notes.forEach(note -> remarks.add(new ImportReport.Remark(article.path(), note)));
    }

    private ImportOutcome put(
            Reading.MarkdownArticle article, ImportedTexts.Texts all, LanguageTag language, List<Reading.Note> notes) {
        Reading.Settings settings = article.meta().settings();
        SourceKey source = new SourceKey(options.source(), article.path());
        ArticleContent content = content(article, all, language, assets(source, settings, all, notes));
        List<List<String>> places = settings.categories();
        ImportArticle command = new ImportArticle(
                source,
                places == null ? article.source().category() : List.of(),
                places == null ? content : content.in(places(places, language)),
                settings.id(),
                all.slugs());
        ImportOutcome outcome = knowledge.intake().put(actor, command);
        if (settings.isSaid()) {
            care.take(source, settings, all.slugs(), notes);
        }
        return outcome;
    }

    private List<Asset> assets(
            SourceKey source, Reading.Settings settings, ImportedTexts.Texts all, List<Reading.Note> notes) {
        List<Asset> before = knowledge
                .intake()
                .find(actor, source)
                .map(ImportedArticle::assets)
                .orElse(List.of());
        List<Reading.NamedAsset> named = settings.assets();
        return named == null ? linkedFiles.assets(all.links(), before, notes) : linkedFiles.named(named, before, notes);
    }

    private CategoryId[] places(List<List<String>> places, LanguageTag language) {
        return places.stream().map(keys -> categories.leadingTo(keys, language)).toArray(CategoryId[]::new);
    }

    private ArticleContent content(
            Reading.MarkdownArticle article, ImportedTexts.Texts all, LanguageTag language, List<Asset> assets) {
        Reading.Meta meta = article.meta();
        return new ArticleContent(
                language,
                all.texts(),
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
