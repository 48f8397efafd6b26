// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
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
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * What the texts that a reader may see offer for letters that begin a word: what stands in no such text does not exist here. For
 * one search.
 */
final class TypedWords {
    /** As how many words of the texts one is searched for that is still being typed: the most frequent ones. */
    static final int MAX_EXPANDED = 32;
    /** From so many letters on; fewer begin too many words, and find titles. */
    static final int SHORTEST_EXPANDED = 3;
    /** As what else letters are read that begin no word of a title. */
    static final int MAX_NEAR = 3;

    /** Fewer letters are not put right. */
    private static final int SHORTEST_CORRECTED = 4;
    /** These letters are taken to be right. */
    private static final int SAME = 2;

    private final IndexReader reader;
    private final VisibleTexts texts;
    private final String analysis;

    TypedWords(IndexReader reader, VisibleTexts texts, String analysis) {
        this.reader = reader;
        this.texts = texts;
        this.analysis = analysis;
    }

    /** Returns what the letters begin, by this weight. */
    Beginning begunBy(String folded, float weight) throws IOException {
        String letters = Beginnings.cut(folded);
        List<String> words = expanded(folded);
        boolean isThere = !words.isEmpty() || beginsTitleWord(letters);
        return new Beginning(folded, isThere ? List.of(letters) : near(letters), words, weight);
    }

    /** Returns whether a word of a title, or a part of one, begins so. */
    boolean beginsTitleWord(String letters) throws IOException {
        return stands(Fields.Kind.BEGINNINGS, letters) || stands(Fields.Kind.INNER, letters);
    }

    /** Returns what words of titles begin with and differs from the letters by one, behind the first two; the most frequent first. */
    List<String> near(String letters) throws IOException {
        if (letters.codePointCount(0, letters.length()) < SHORTEST_CORRECTED
                || letters.chars().anyMatch(Character::isDigit)) {
            return List.of();
        }
        Term asked = new Term(Fields.Kind.BEGINNINGS.in(analysis), letters);
        CompiledAutomaton alike = FuzzyQuery.getFuzzyAutomaton(letters, 1, SAME, true);
        Map<String, Integer> found = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = Terms.getTerms(leaf.reader(), asked.field());
            TermsEnum near = alike.getTermsEnum(terms);
            for (BytesRef term = near.next(); term != null; term = near.next()) {
                count(asked.field(), term, found);
            }
        }
        return mostFrequent(found, MAX_NEAR);
    }

    private List<String> expanded(String letters) throws IOException {
        if (letters.codePointCount(0, letters.length()) < SHORTEST_EXPANDED) {
            return List.of();
        }
        String field = Fields.Kind.PLAIN.in(analysis);
        BytesRef prefix = new BytesRef(letters);
        Map<String, Integer> found = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            TermsEnum terms = Terms.getTerms(leaf.reader(), field).iterator();
            for (BytesRef term = terms.seekCeil(prefix) == TermsEnum.SeekStatus.END ? null : terms.term();
                    term != null && StringHelper.startsWith(term, prefix);
                    term = terms.next()) {
                count(field, term, found);
            }
        }
        return mostFrequent(found, MAX_EXPANDED);
    }

    private void count(String field, BytesRef term, Map<String, Integer> found) throws IOException {
        String word = term.utf8ToString();
        if (!found.containsKey(word)) {
            found.put(word, texts.documentsWith(new Term(field, word)));
        }
    }

    private static List<String> mostFrequent(Map<String, Integer> found, int limit) {
        List<Map.Entry<String, Integer>> visible = new ArrayList<>(found.entrySet());
        visible.removeIf(word -> word.getValue() == 0);
        visible.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return visible.stream().limit(limit).map(Map.Entry::getKey).toList();
    }

    private boolean stands(Fields.Kind kind, String term) throws IOException {
        return texts.has(new Term(kind.in(analysis), term));
    }
}
