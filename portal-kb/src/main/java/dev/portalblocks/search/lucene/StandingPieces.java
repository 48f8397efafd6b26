// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;

/**
 * Which of a document's words and of their pieces a query asks for, and where they stand: the index knows, so that nobody reads a text
 * word by word and takes each apart. For one search, which asks for its documents in the order of their numbers.
 */
final class StandingPieces {
    private final IndexReader reader;
    private final Map<InSegment, Optional<PostingsEnum>> open = new HashMap<>();

    StandingPieces(IndexReader reader) {
        this.reader = reader;
    }

    private record InSegment(int segment, Term term) {}

    /**
     * Where a word stands, and what of it is asked for.
     *
     * @param term what is asked for
     * @param start index of the word's first character
     * @param end index behind its last
     * @param position the first of its pieces that are asked for
     */
    record Piece(String term, int start, int end, int position) {}

    /**
     * What is asked for of a document, by where its words begin: its body, and the title behind it.
     *
     * @param words by the words' own stems
     * @param roots by their roots
     * @param parts by the parts that they are made of
     * @param titleFrom where the title begins
     */
    record OfDocument(Map<Integer, Piece> words, Map<Integer, Piece> roots, Map<Integer, Piece> parts, int titleFrom) {}

    /** Returns where these stems and roots stand in a document of this analysis whose body has so many characters. */
    OfDocument of(int document, int bodyLength, String analysis, Set<String> stems, Set<String> roots)
            throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return new OfDocument(
                standing(leaf, document, Fields.Kind.ALL.in(analysis), stems),
                standing(leaf, document, Fields.Kind.ROOTS.in(analysis), roots),
                standing(leaf, document, Fields.Kind.PARTS.in(analysis), stems),
                bodyLength + Words.GAP_BETWEEN_OFFSETS);
    }

    /** Returns of each word the first piece, as the word has several. */
    private Map<Integer, Piece> standing(LeafReaderContext leaf, int document, String field, Collection<String> asked)
            throws IOException {
        Map<Integer, Piece> standing = new HashMap<>();
        int own = document - leaf.docBase;
        for (String term : asked) {
            Optional<PostingsEnum> found = places(leaf, own, new Term(field, term));
            if (found.isPresent() && found.get().docID() == own) {
                PostingsEnum places = found.get();
                for (int left = places.freq(); left > 0; left--) {
                    int position = places.nextPosition();
                    Piece piece = new Piece(term, places.startOffset(), places.endOffset(), position);
                    standing.merge(piece.start(), piece, (one, two) -> one.position() < two.position() ? one : two);
                }
            }
        }
        return standing;
    }

    /** Returns where a term stands in this document, or in the next that has it. */
    private Optional<PostingsEnum> places(LeafReaderContext leaf, int document, Term term) throws IOException {
        InSegment place = new InSegment(leaf.ord, term);
        Optional<PostingsEnum> places = open.get(place);
        if (places == null) {
            places = Optional.ofNullable(leaf.reader().postings(term, PostingsEnum.OFFSETS));
            open.put(place, places);
        }
        if (places.isPresent() && places.get().docID() < document) {
            places.get().advance(document);
        }
        return places;
    }
}
