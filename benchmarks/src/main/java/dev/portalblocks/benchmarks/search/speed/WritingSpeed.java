// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import dev.portalblocks.benchmarks.search.speed.Figures.Limit;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.lucene.PlainLucene;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.SearchSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;

/** How fast an index is written, beside Lucene with the same fields and the same analysis. */
final class WritingSpeed {
    private static final int TEN = 10;

    private final Path folder;
    private final GeneratedArticles texts;
    private final int count;
    private final Figures figures;

    WritingSpeed(Path folder, GeneratedArticles texts, int count, Figures figures) {
        this.folder = folder;
        this.texts = texts;
        this.count = count;
        this.figures = figures;
    }

    /** Measures how an index is built from what is stored, beside Lucene with the same fields ready made. */
    void rebuild(StoredArticles stored) throws Exception {
        SearchSource source = stored.knowledge().searchSource();
        IndexProgress start = new IndexProgress(LogPosition.START, Set.of("article"));
        List<Long> ours = new ArrayList<>();
        List<Long> plain = new ArrayList<>();
        int rounds = count < 10_000 ? 3 : 1;
        for (int round = 0; round < rounds; round++) {
            remove(folder.resolve("plain"));
            plain.add(plainRebuild());
            remove(folder.resolve("again"));
            try (LuceneSearchIndex index = LuceneSearchIndex.in(folder.resolve("again"))) {
                long begun = System.nanoTime();
                index.rebuild(StoredArticles.TENANT, target -> source.readAll(StoredArticles.TENANT, target), start);
                ours.add(System.nanoTime() - begun);
            }
        }
        remove(folder.resolve("again"));
        double ratio = Turns.at(0.5, plain) / Turns.at(0.5, ours);
        figures.add(
                "rebuild",
                "articles/s",
                count / Turns.at(0.5, ours) * 1_000,
                count / Turns.at(0.5, plain) * 1_000,
                ratio,
                Limit.atLeast(0.5));
    }

    /** The texts are made a thousand at a time, and only what Lucene does with them is timed. */
    private long plainRebuild() throws IOException {
        long nanos = 0;
        try (PlainLucene plain = PlainLucene.in(folder.resolve("plain"))) {
            IndexWriter writer = plain.writer();
            List<SearchDocument> some = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                some.add(document(number));
                if (some.size() == 1_000 || number == count - 1) {
                    long begun = System.nanoTime();
                    for (SearchDocument document : some) {
                        writer.addDocument(plain.document(document));
                    }
                    nanos += System.nanoTime() - begun;
                    some.clear();
                }
            }
            long begun = System.nanoTime();
            writer.commit();
            writer.close();
            return nanos + System.nanoTime() - begun;
        }
    }

    private SearchDocument document(int number) {
        ArticleContent content = texts.article(number).content();
        ArticleText text = Figures.german(content);
        MarkdownText read = MarkdownText.of(text.body());
        return new SearchDocument(
                ObjectRef.of("article", Integer.toString(number)),
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                content.audiences(),
                text.title(),
                new SearchText(read.plain(), read.sections(), content.tags()),
                SearchFacts.in(Set.of("one")).changed(Instant.EPOCH));
    }

    /** Measures from a commit until what it published is found, beside Lucene's update and refresh. */
    void visible(StoredArticles stored, int turns) throws Exception {
        List<Long> ours = new ArrayList<>();
        List<Long> first = new ArrayList<>();
        List<Long> plain = new ArrayList<>();
        List<ArticleId> ids = stored
                .knowledge()
                .editor()
                .list(StoredArticles.EDITOR, PageRequest.first(PageRequest.MAX_LIMIT))
                .items()
                .stream()
                .map(EditedArticle::id)
                .toList();
        stored.index().flush();
        if (!Files.exists(folder.resolve("plain"))) {
            plainRebuild();
        }
        try (PlainLucene lucene = PlainLucene.in(folder.resolve("plain"));
                IndexWriter writer = lucene.writer()) {
            DirectoryReader reader = DirectoryReader.open(writer);
            for (int round = 0; round < 3 * turns; round++) {
                ArticleContent content = texts.article(count + round).content();
                ArticleId id = ids.get(round % ids.size());
                EditedArticle draft =
                        stored.knowledge().editor().edit(StoredArticles.EDITOR, EditArticle.of(id, content));
                stored.knowledge().editor().publish(StoredArticles.EDITOR, PublishArticle.of(draft.id()));
                long begun = System.nanoTime();
                stored.search().follow(StoredArticles.PROGRAM);
                long shown = System.nanoTime();
                stored.search()
                        .find(
                                StoredArticles.READER,
                                SearchQuery.of(texts.question(round, count)),
                                PageRequest.first(TEN));
                long found = System.nanoTime();
                SearchDocument document = document(round % count);
                long plainBegun = System.nanoTime();
                writer.updateDocument(PlainLucene.key(document), lucene.document(document));
                DirectoryReader newer = DirectoryReader.openIfChanged(reader, writer);
                long plainShown = System.nanoTime();
                reader.close();
                reader = newer;
                if (round >= turns) {
                    ours.add(shown - begun);
                    first.add(found - shown);
                    plain.add(plainShown - plainBegun);
                }
            }
            reader.close();
        }
        figures.add(
                "commit to visible",
                "ms",
                Turns.at(0.5, ours),
                Turns.at(0.5, plain),
                Turns.at(0.5, ours) / Turns.at(0.5, plain),
                Limit.atMost(2));
        figures.add("first search behind it", first, 0.5, Limit.none());
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
