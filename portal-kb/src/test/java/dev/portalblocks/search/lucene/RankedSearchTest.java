// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only the best are ranked in full; a reader sees one list all the same. */
class RankedSearchTest {
    private static final List<String> WORDS =
            List.of("Beitrag", "Beitragsrechnung", "Rechnung", "Konto", "Schaden", "Auto", "Haus", "Hund");
    private static final int MANY = 3 * RankedSearch.RANKED;
    private static final String ASKED = "Beitrag und Rechnung im Haus";

    @Test
    void aWalkThroughMoreThanIsRankedInFullIsOneList() {
        try (LuceneSearchIndex index = Samples.holding(corpus(Audience.PUBLIC, "p"))) {
            List<RankedHit> all = walk(index, 200);

            assertThat(all).hasSizeGreaterThan(2 * RankedSearch.RANKED);
            assertThat(all).isSortedAccordingTo(Comparator.comparing(RankedHit::place));
            assertThat(Samples.ids(all)).doesNotHaveDuplicates();
            assertThat(Samples.ids(all)).hasSize(count());
            assertThat(walk(index, 37)).isEqualTo(all);
        }
    }

    @Test
    void veryManyEqualTextsAreOneListByTheirNames() {
        SearchChange[] same = IntStream.range(0, MANY)
                .mapToObj(i -> Samples.german("d" + (i * 7 % MANY), "Beitrag", "Der Beitrag."))
                .toArray(SearchChange[]::new);
        try (LuceneSearchIndex index = Samples.holding(same)) {
            List<String> all = Samples.ids(walk(index, 100));

            assertThat(all).hasSize(MANY).doesNotHaveDuplicates().isSorted();
        }
    }

    @Test
    void whatTheReaderMayNotSeeChangesNoScoreAmongVeryMany() {
        SearchChange[] seen = corpus(Audience.PUBLIC, "p");
        List<SearchChange> both = new ArrayList<>(List.of(corpus(Audience.role("partner"), "x")));
        both.addAll(List.of(seen));
        try (LuceneSearchIndex alone = Samples.holding(seen);
                LuceneSearchIndex among = Samples.holding(both.toArray(SearchChange[]::new))) {
            assertThat(walk(among, 200)).isEqualTo(walk(alone, 200));
        }
    }

    /** The two passes add up in another order: what the second left out may come out a last bit above it, and stays below. */
    @Test
    void whatIsNotRankedInFullStandsBelowAllThatIs() throws IOException {
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
                for (String name : List.of("article:b", "article:a")) {
                    Document document = new Document();
                    document.add(new SortedDocValuesField(Fields.OBJECT, new BytesRef(name)));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                List<BestHits.Hit> hits = new IndexSearcher(reader)
                        .search(new MatchAllDocsQuery(), BestHits.after(null, 10, 0, Math.nextDown(1f)));

                assertThat(hits)
                        .extracting(BestHits.Hit::place)
                        .containsExactly(
                                new Place(Math.nextDown(1f), "article:a"), new Place(Math.nextDown(1f), "article:b"));
            }
        }
    }

    private static int count() {
        int found = 0;
        for (SearchChange change : corpus(Audience.PUBLIC, "p")) {
            String body = change.documents().get(0).text().body();
            found += body.contains("eitrag") || body.contains("echnung") || body.contains("Haus") ? 1 : 0;
        }
        return found;
    }

    private static List<RankedHit> walk(LuceneSearchIndex index, int limit) {
        List<RankedHit> all = new ArrayList<>();
        @Nullable Keyset after = null;
        while (true) {
            List<RankedHit> page = index.search(Samples.ACME, Samples.german(ASKED), after, limit)
                    .hits();
            all.addAll(page);
            if (page.size() < limit) {
                return all;
            }
            after = page.get(limit - 1).place();
        }
    }

    private static SearchChange[] corpus(Audience audience, String name) {
        SplittableRandom random = new SplittableRandom(Seeds.value());
        SearchChange[] texts = new SearchChange[MANY];
        for (int i = 0; i < MANY; i++) {
            StringBuilder body = new StringBuilder("Text " + i);
            for (int words = 2 + random.nextInt(30); words > 0; words--) {
                body.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
            }
            texts[i] = Samples.forAudience(name + i, audience, "Nummer " + i, body.toString());
        }
        return texts;
    }
}
