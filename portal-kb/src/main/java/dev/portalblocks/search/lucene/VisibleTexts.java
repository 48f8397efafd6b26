// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.LanguageTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of exactly those documents that a reader may see, as if the index held no others.
 *
 * <p>Lucene also counts documents of other audiences, and deleted ones until they are merged away: scores would tell of
 * them, and taking a change twice would change an order. A document's length is what its norm holds, for the same reason.
 * Thread-safe.
 */
final class VisibleTexts {
    /** Of so many terms it is kept in how many documents they stand, and of those asked for before them. */
    private static final int KEPT_TERMS = 4_096;
    /** For so many lists of languages it is kept which documents are shown. */
    private static final int KEPT_LANGUAGES = 8;

    private final IndexSearcher searcher;
    private final SeenDocuments visible;
    private final List<Segment> segments;
    private final Map<String, Optional<CollectionStatistics>> byField = new ConcurrentHashMap<>();
    private final Remembered<Term, Integer> byTerm = new Remembered<>(KEPT_TERMS);
    private final Remembered<List<LanguageTag>, SeenDocuments> byLanguages = new Remembered<>(KEPT_LANGUAGES);

    private VisibleTexts(IndexSearcher searcher, SeenDocuments visible, List<Segment> segments) {
        this.searcher = searcher;
        this.visible = visible;
        this.segments = segments;
    }

    /** Returns in one number what the documents say: the same wherever there are the same. */
    long digest() {
        return segments.stream().mapToLong(Segment::digest).sum();
    }

    /** Counts what this query finds. */
    static VisibleTexts of(IndexSearcher searcher, Query readable) throws IOException {
        SeenDocuments visible = SeenDocuments.of(searcher, readable);
        List<Segment> segments = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            segments.add(Segment.of(leaf.reader(), visible.in(leaf)));
        }
        return new VisibleTexts(searcher, visible, List.copyOf(segments));
    }

    /** Returns the documents, of each object the one in the first of these languages that it has. */
    SeenDocuments in(List<LanguageTag> languages) throws IOException {
        SeenDocuments known = byLanguages.find(languages);
        if (known == null) {
            known = visible.among(searcher, Readers.inFirstOf(languages));
            byLanguages.keep(languages, known);
        }
        return known;
    }

    /** Returns in how many documents a term stands. */
    int documentsWith(Term term) throws IOException {
        Integer known = byTerm.find(term);
        if (known == null) {
            known = 0;
            for (Segment segment : segments) {
                known += segment.documentsWith(term);
            }
            byTerm.keep(term, known);
        }
        return known;
    }

    /** Returns whether a term stands in any document. */
    boolean has(Term term) throws IOException {
        for (Segment segment : segments) {
            if (segment.has(term)) {
                return true;
            }
        }
        return false;
    }

    /** Returns those of these words that stand in this field of any document. */
    Set<String> having(String field, List<String> words) throws IOException {
        Set<String> found = new HashSet<>();
        for (Segment segment : segments) {
            TermsEnum terms = Terms.getTerms(segment.reader(), field).iterator(); // one for all: to make one costs most
            for (String word : words) {
                if (!found.contains(word) && segment.has(terms, new BytesRef(word))) {
                    found.add(word);
                }
            }
        }
        return found;
    }

    /** Returns how many documents have this field and how long it is in them; empty when none has it. */
    Optional<CollectionStatistics> of(String field) throws IOException {
        Optional<CollectionStatistics> known = byField.get(field);
        if (known == null) {
            known = counted(field);
            byField.put(field, known);
        }
        return known;
    }

    private Optional<CollectionStatistics> counted(String field) throws IOException {
        long documents = 0;
        long words = 0;
        for (Segment segment : segments) {
            NumericDocValues norms = segment.reader().getNormValues(field);
            for (int doc = next(norms); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(norms)) {
                if (segment.visible().get(doc)) {
                    documents++;
                    words += SmallFloat.byte4ToInt((byte) norms.longValue());
                }
            }
        }
        return documents == 0
                ? Optional.empty()
                : Optional.of(
                        new CollectionStatistics(field, documents, documents, Math.max(words, documents), documents));
    }

    private static int next(@Nullable NumericDocValues norms) throws IOException {
        return norms == null ? DocIdSetIterator.NO_MORE_DOCS : norms.nextDoc();
    }

    /** What a reader sees of one segment; all of it when {@code whole}. */
    private record Segment(LeafReader reader, FixedBitSet visible, boolean whole, long digest) {
        static Segment of(LeafReader reader, FixedBitSet visible) throws IOException {
            NumericDocValues digests = DocValues.getNumeric(reader, Fields.DIGEST);
            long digest = 0;
            int document = SeenDocuments.first(visible);
            while (document != DocIdSetIterator.NO_MORE_DOCS) {
                digest += digests.advanceExact(document) ? digests.longValue() : 0;
                document = SeenDocuments.next(visible, document);
            }
            return new Segment(reader, visible, visible.cardinality() == reader.maxDoc(), digest);
        }

        int documentsWith(Term term) throws IOException {
            TermsEnum terms = Terms.getTerms(reader, term.field()).iterator();
            if (!terms.seekExact(term.bytes())) {
                return 0;
            }
            return whole ? terms.docFreq() : visibleOf(terms.postings(null, PostingsEnum.NONE));
        }

        boolean has(Term term) throws IOException {
            return has(Terms.getTerms(reader, term.field()).iterator(), term.bytes());
        }

        boolean has(TermsEnum terms, BytesRef word) throws IOException {
            if (!terms.seekExact(word)) {
                return false;
            }
            PostingsEnum documents = terms.postings(null, PostingsEnum.NONE);
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (visible.get(documents.docID())) {
                    return true;
                }
            }
            return false;
        }

        private int visibleOf(DocIdSetIterator documents) throws IOException {
            int count = 0;
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (visible.get(documents.docID())) {
                    count++;
                }
            }
            return count;
        }
    }
}
