// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import dev.portalblocks.benchmarks.search.speed.Figures.Limit;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.search.lucene.PlainLucene;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import dev.portalblocks.search.spi.Visibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The measurements on so many articles, in a process of its own. */
final class SpeedRun {
    private static final int TEN = 10;

    private final Path folder;
    private final GeneratedArticles texts;
    private final int count;
    private final int turns;
    private final Figures figures;
    private final WritingSpeed writing;

    SpeedRun(Path folder, long seed, int count, int turns) {
        this.folder = folder;
        texts = new GeneratedArticles(seed);
        this.count = count;
        this.turns = turns;
        figures = new Figures(count);
        writing = new WritingSpeed(folder, texts, count, figures);
    }

    /** Brings in what is missing, and measures these parts. */
    void measure(Collection<String> parts) throws Exception {
        boolean isIndexed = Files.exists(folder.resolve("index"));
        try (StoredArticles stored = StoredArticles.in(folder, texts, count)) {
            figures.said("%,d articles are stored", count);
            if (parts.contains("fill")) {
                return;
            }
            if (parts.contains("rebuild") || !isIndexed) {
                writing.rebuild(stored);
            }
            stored.search().follow(StoredArticles.PROGRAM);
            try (BareIndex bare = bare(stored)) {
                if (parts.contains("form")) {
                    form(stored);
                }
                if (parts.contains("default")) {
                    usual(stored, bare);
                }
            }
            if (parts.contains("suggest")) {
                suggest(stored);
            }
            if (parts.contains("long")) {
                new LongTexts(texts, stored, figures).measure(turns);
            }
            if (parts.contains("visible")) {
                writing.visible(stored, turns);
            }
            sizes();
            figures.heap();
        }
        figures.print();
    }

    private BareIndex bare(StoredArticles stored) throws IOException {
        try (PlainLucene plain = PlainLucene.in(folder.resolve("any"))) {
            return BareIndex.in(
                    folder.resolve("bare"),
                    plain.german(),
                    writing -> stored.knowledge().searchSource().readAll(StoredArticles.TENANT, change -> {
                        try {
                            SearchDocument text = change.documents().get(0);
                            writing.add(
                                    text.object().toString(),
                                    text.title(),
                                    text.text().body());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }));
        }
    }

    private Path tenantsIndex() throws IOException {
        try (Stream<Path> folders = Files.list(folder.resolve("index"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    private void form(StoredArticles stored) throws Exception {
        stored.index().flush();
        int warming = turns / 2;
        List<IndexQuery> queries = new ArrayList<>();
        for (int i = 0; i < (warming + turns) * Turns.OF_ONE_TURN; i++) {
            queries.add(query(texts.question(i, count)));
        }
        try (PlainLucene plain = PlainLucene.in(tenantsIndex())) {
            List<PlainLucene.Form> forms = plain.forms(StoredArticles.TENANT, queries);
            try (PlainLucene.Searcher searcher = plain.searcher()) {
                requireSame(stored, queries, forms, searcher);
                Turns compared = Turns.of(
                        warming,
                        turns,
                        i -> stored.index().search(StoredArticles.TENANT, queries.get(i), null, TEN),
                        i -> searcher.best(forms.get(i), TEN));
                figures.add("same form", compared, Limit.atLeast(0.9), Limit.atMost(1.5));
            }
        }
    }

    private static IndexQuery query(String text) {
        return new IndexQuery(
                text,
                List.of(LanguageTag.GERMAN),
                new Visibility(
                        Map.of("article", Figures.readersScope()),
                        Instant.parse("2026-11-23T00:00:00Z"),
                        position -> Set.of()),
                Filter.none(),
                Set.of());
    }

    private void requireSame(
            StoredArticles stored,
            List<IndexQuery> queries,
            List<PlainLucene.Form> forms,
            PlainLucene.Searcher searcher)
            throws IOException {
        int differing = 0;
        for (int i = 0; i < 200; i++) {
            List<String> ours = stored.index().search(StoredArticles.TENANT, queries.get(i), null, TEN).hits().stream()
                    .map(hit -> hit.hit().object().toString())
                    .toList();
            List<String> plain = searcher.best(forms.get(i), TEN);
            if (!Set.copyOf(ours).equals(Set.copyOf(plain))) {
                differing++;
                figures.said(
                        "differs: %s%n  ours  %s%n  plain %s", queries.get(i).text(), ours, plain);
            }
        }
        if (differing > 0) {
            throw new IllegalStateException(differing + " of 200 queries find other articles than Lucene alone");
        }
    }

    /** As it is asked where nobody says more than the text, and counting three facets, by questions of its own. */
    private void usual(StoredArticles stored, BareIndex bare) throws Exception {
        figures.add("default", usual(query -> query, 0, stored, bare), Limit.atLeast(0.35), Limit.none());
        int further = (turns / 2 + turns) * Turns.OF_ONE_TURN;
        Turns counting = usual(query -> query.counting(Facet.values()), further, stored, bare);
        figures.add("with facets", counting, Limit.none(), Limit.none());
    }

    private Turns usual(UnaryOperator<SearchQuery> asked, int first, StoredArticles stored, BareIndex bare)
            throws Exception {
        return Turns.of(
                turns / 2,
                turns,
                i -> stored.search()
                        .find(
                                StoredArticles.READER,
                                asked.apply(SearchQuery.of(texts.question(first + i, count))),
                                PageRequest.first(TEN)),
                i -> bare.best(texts.question(first + i, count)));
    }

    private void suggest(StoredArticles stored) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < turns * 60; i++) {
            SuggestQuery query = SuggestQuery.of(texts.typed(i, count));
            long begun = System.nanoTime();
            stored.search().suggest(StoredArticles.READER, query);
            if (i >= turns * 20) {
                nanos.add(System.nanoTime() - begun);
            }
        }
        figures.add("suggest p99", nanos, 0.99, Limit.atMost(5));
    }

    private void sizes() throws IOException {
        figures.add("index, MB", "MB", size(folder.resolve("index")), size(folder.resolve("bare")), 0, Limit.none());
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }
}
