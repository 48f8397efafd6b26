// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.model.FacetCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** What is found, and how many of it have which tag, in segments so large that sets of documents are kept of each value. */
class FacetCountsTest {
    private static final int DOCUMENTS = 3 * ValueSets.LEAST_DOCUMENTS;
    private static final int TAGS = 20;
    private static final int WORDS = 12;

    private final SplittableRandom random = new SplittableRandom(Seeds.value());
    private final Map<Integer, Set<String>> tags = new TreeMap<>();
    private final Map<Integer, Set<String>> words = new TreeMap<>();

    @Test
    void eachValueIsCountedInWhatIsFoundAndInNothingElse() throws IOException {
        System.out.println("Facet counts, seed " + Seeds.value());
        try (Directory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
            write(writer);
            try (DirectoryReader plain = DirectoryReader.open(writer);
                    DirectoryReader known = RememberingReader.of(DirectoryReader.open(writer))) {
                assertThat(known.leaves())
                        .anySatisfy(
                                leaf -> assertThat(leaf.reader().maxDoc()).isGreaterThan(ValueSets.LEAST_DOCUMENTS));
                for (int looks = 0; looks < 20; looks++) {
                    Set<String> asked = new TreeSet<>(List.of(word(), word(), word() + word()));
                    assertThat(counted(known, asked)).as("%s", asked).isEqualTo(expected(asked));
                    assertThat(counted(plain, asked)).as("%s", asked).isEqualTo(expected(asked));
                }
            }
        }
    }

    private static List<FacetCount> counted(DirectoryReader reader, Set<String> asked) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        List<Query> any = new ArrayList<>();
        asked.forEach(word -> any.add(new TermQuery(new Term("word", word))));
        SeenDocuments found =
                SeenDocuments.of(searcher, new MatchAllDocsQuery()).amongAny(searcher, any);
        return FacetCounts.of(searcher, found, "tag");
    }

    private List<FacetCount> expected(Set<String> asked) {
        Map<String, Integer> counts = new TreeMap<>();
        words.forEach((document, own) -> {
            if (own.stream().anyMatch(asked::contains)) {
                tags.getOrDefault(document, Set.of()).forEach(tag -> counts.merge(tag, 1, Integer::sum));
            }
        });
        List<FacetCount> expected = new ArrayList<>();
        counts.forEach((tag, count) -> expected.add(new FacetCount(tag, count)));
        expected.sort((one, other) -> Integer.compare(other.hits(), one.hits())); // by value where equal, as they came
        return expected;
    }

    /** The last quarter replaces some of what is there, so that there are deleted documents. */
    private void write(IndexWriter writer) throws IOException {
        for (int i = 0; i < DOCUMENTS; i++) {
            int id = i < DOCUMENTS * 3 / 4 ? i : random.nextInt(DOCUMENTS / 2);
            Set<String> own = new TreeSet<>();
            for (int tag = random.nextInt(4); tag > 0; tag--) {
                own.add("tag" + random.nextInt(TAGS));
            }
            tags.put(id, own);
            words.put(id, Set.of(word(), word() + word()));
            Document document = new Document();
            document.add(new StringField("id", "" + id, Field.Store.NO));
            own.forEach(tag -> document.add(new SortedSetDocValuesField("tag", new BytesRef(tag))));
            words.get(id).forEach(word -> document.add(new StringField("word", word, Field.Store.NO)));
            writer.updateDocument(new Term("id", "" + id), document);
            if (i == DOCUMENTS / 2) {
                writer.flush();
            }
        }
    }

    private String word() {
        return "" + (char) ('a' + random.nextInt(WORDS));
    }
}
