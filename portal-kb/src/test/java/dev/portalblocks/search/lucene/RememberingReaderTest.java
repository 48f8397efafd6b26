// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** An index that remembers where its words are says what the same index says that does not. */
class RememberingReaderTest {
    private static final int STEPS = 40;
    private static final int LOOKS = 200;
    private static final int WORDS = 30;

    @Test
    void itSaysWhatTheIndexSaysAsItChanges() throws IOException {
        long seed = Seeds.value();
        System.out.println("Known terms, seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        try (Directory directory = new ByteBuffersDirectory();
                IndexWriter writer = new IndexWriter(directory, config)) {
            DirectoryReader known = RememberingReader.of(DirectoryReader.open(writer));
            for (int step = 0; step < STEPS; step++) {
                write(writer, random);
                DirectoryReader later = DirectoryReader.openIfChanged(known);
                if (later != null) {
                    known.close();
                    known = later;
                }
                DirectoryReader plain = FilterDirectoryReader.unwrap(known);
                for (int look = 0; look < LOOKS; look++) {
                    LeafReaderContext leaf =
                            plain.leaves().get(random.nextInt(plain.leaves().size()));
                    assertSame(leaf, known.leaves().get(leaf.ord), random);
                }
            }
            known.close();
        }
    }

    private static void write(IndexWriter writer, SplittableRandom random) throws IOException {
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            String id = "" + random.nextInt(50);
            Document document = new Document();
            document.add(new StringField("id", id, Field.Store.NO));
            document.add(new TextField("text", word(random) + " " + word(random) + " " + word(random), Field.Store.NO));
            writer.updateDocument(new Term("id", id), document);
        }
        writer.flush();
    }

    /** One enumeration of each, which both go the same way from word to word. */
    private static void assertSame(LeafReaderContext plain, LeafReaderContext known, SplittableRandom random)
            throws IOException {
        TermsEnum expected = Terms.getTerms(plain.reader(), "text").iterator();
        TermsEnum seen = Terms.getTerms(known.reader(), "text").iterator();
        for (int move = random.nextInt(1, 5); move > 0; move--) {
            boolean stands = moved(expected, seen, new BytesRef(word(random)), random.nextInt(4));
            if (!stands) {
                return; // nothing can be asked of them
            }
            assertThat(seen.docFreq()).isEqualTo(expected.docFreq());
            assertThat(seen.totalTermFreq()).isEqualTo(expected.totalTermFreq());
            assertThat(seen.term()).isEqualTo(expected.term());
            assertThat(documents(seen)).isEqualTo(documents(expected));
        }
    }

    /** Moves both; returns whether they stand at a word then. */
    private static boolean moved(TermsEnum expected, TermsEnum seen, BytesRef word, int way) throws IOException {
        if (way == 0) {
            TermsEnum.SeekStatus status = expected.seekCeil(word);
            assertThat(seen.seekCeil(word)).isEqualTo(status);
            return status != TermsEnum.SeekStatus.END;
        }
        boolean isThere = expected.seekExact(word);
        if (way == 1 && isThere) {
            seen.seekExact(word, expected.termState());
            return true;
        }
        assertThat(seen.seekExact(word)).isEqualTo(isThere);
        if (way == 2 && isThere) {
            BytesRef next = expected.next();
            assertThat(seen.next()).isEqualTo(next);
            return next != null;
        }
        return isThere;
    }

    private static List<String> documents(TermsEnum terms) throws IOException {
        PostingsEnum postings = terms.postings(null, PostingsEnum.POSITIONS);
        List<String> documents = new ArrayList<>();
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            documents.add(postings.docID() + " " + postings.freq() + " " + postings.nextPosition());
        }
        return documents;
    }

    private static String word(SplittableRandom random) {
        return "wort" + random.nextInt(WORDS);
    }
}
