// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * Words of the texts that a reader may see, by how they are spelled: what stands in no such text does not exist here.
 * For one search.
 */
final class Spellings {
    /** A word of fewer letters is not put right: too many others are one letter from it. */
    static final int SHORTEST = 4;
    /** From this length on the first letter may be wrong as well, or a letter stand elsewhere. */
    static final int MIDDLE = 6;
    /** From this length on two letters may be wrong, below it one. */
    static final int LONG = 8;
    /** A longer word is not put right: what is looked for grows with its length, and nobody types such a word. */
    static final int LONGEST = 60;

    private final IndexReader reader;
    private final VisibleTexts texts;
    private final String analysis;

    Spellings(IndexReader reader, VisibleTexts texts, String analysis) {
        this.reader = reader;
        this.texts = texts;
        this.analysis = analysis;
    }

    /**
     * A word that somebody may have meant.
     *
     * @param folded the word, folded
     * @param documents in how many texts it stands
     */
    record Near(String folded, int documents) {}

    /** Returns up to {@code limit} words that differ by as few letters as any does, the most frequent first. */
    List<Near> near(String folded, int limit) throws IOException {
        int letters = folded.codePointCount(0, folded.length());
        if (letters < SHORTEST || letters > LONGEST || folded.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        List<Near> one = within(1, folded, letters < MIDDLE ? 1 : 0);
        List<Near> found = one.isEmpty() ? further(folded, letters) : one;
        return found.stream()
                .sorted(Comparator.comparing((Near near) -> near.folded().charAt(0) != folded.charAt(0))
                        .thenComparing(Near::documents, Comparator.reverseOrder())
                        .thenComparing(Near::folded))
                .limit(limit)
                .toList();
    }

    /** In a shorter word two edits put one slip right: a letter that was typed too early or too late. */
    private List<Near> further(String folded, int letters) throws IOException {
        if (letters < MIDDLE) {
            return List.of();
        }
        List<Near> two = within(2, folded, 1);
        return letters >= LONG
                ? two
                : two.stream()
                        .filter(near -> areSameLetters(near.folded(), folded))
                        .toList();
    }

    private static boolean areSameLetters(String one, String other) {
        return Arrays.equals(
                one.codePoints().sorted().toArray(), other.codePoints().sorted().toArray());
    }

    /** Returns how most texts write a folded word; the word itself where none does. */
    String written(String folded) throws IOException {
        String prefix = Written.prefix(folded);
        String field = Fields.Kind.WRITTEN.in(analysis);
        Map<String, Integer> ways = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            TermsEnum terms = Terms.getTerms(leaf.reader(), field).iterator();
            BytesRef from = new BytesRef(prefix);
            for (BytesRef term = terms.seekCeil(from) == TermsEnum.SeekStatus.END ? null : terms.term();
                    term != null && term.utf8ToString().startsWith(prefix);
                    term = terms.next()) {
                String way = term.utf8ToString();
                if (!ways.containsKey(way)) {
                    ways.put(way, texts.documentsWith(new Term(field, way)));
                }
            }
        }
        return ways.entrySet().stream()
                .filter(way -> way.getValue() > 0)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(way -> way.getKey().substring(prefix.length()))
                .orElse(folded);
    }

    private List<Near> within(int edits, String folded, int samePrefix) throws IOException {
        Term asked = new Term(Fields.Kind.PLAIN.in(analysis), folded);
        CompiledAutomaton alike =
                FuzzyQuery.getFuzzyAutomaton(folded, edits, samePrefix, true); // once for all segments
        Map<String, Integer> found = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            TermsEnum terms = alike.getTermsEnum(Terms.getTerms(leaf.reader(), asked.field()));
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                String word = term.utf8ToString();
                if (!word.equals(folded) && !found.containsKey(word)) {
                    found.put(word, texts.documentsWith(new Term(asked.field(), word)));
                }
            }
        }
        List<Near> near = new ArrayList<>();
        found.forEach((word, documents) -> {
            if (documents > 0) {
                near.add(new Near(word, documents));
            }
        });
        return near;
    }
}
