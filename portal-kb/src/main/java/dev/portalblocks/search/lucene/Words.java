// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Cuts a text into words by the rules of Unicode (UAX 29), without regard to case; more steps may follow. */
final class Words extends Analyzer {
    /** How many characters are left between the texts of a field. */
    static final int GAP_BETWEEN_OFFSETS = 1;

    private static final int GAP_BETWEEN_TEXTS = 100;

    private final UnaryOperator<TokenStream> steps;

    Words(UnaryOperator<TokenStream> steps) {
        this.steps = steps;
    }

    /**
     * A term and where it stands in the text.
     *
     * @param text the term
     * @param kept the term as it was where a step kept it, see {@link KeptTerm}; any text where none did
     * @param start index of its first character
     * @param end index behind its last
     */
    record Term(String text, String kept, int start, int end) {}

    /** Returns a text of the same length that is Unicode: a surrogate without its other half is a space. */
    static String readable(String text) {
        StringBuilder readable = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    i++;
                } else {
                    readable = readable == null ? new StringBuilder(text) : readable;
                    readable.setCharAt(i, ' ');
                }
            }
        }
        return readable == null ? text : readable.toString();
    }

    /** Returns the first terms of a text. */
    List<Term> terms(String text, int limit) {
        List<Term> terms = new ArrayList<>();
        try (TokenStream stream = tokenStream("", readable(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            TypeAttribute kept = stream.addAttribute(TypeAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (terms.size() < limit && stream.incrementToken()) {
                terms.add(new Term(term.toString(), kept.type(), offset.startOffset(), offset.endOffset()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has none
        }
        return terms;
    }

    /** Returns every term of a text. */
    List<String> terms(String text) {
        return terms(text, Integer.MAX_VALUE).stream().map(Term::text).toList();
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, steps.apply(new LowerCaseFilter(new ComposedFormFilter(words))));
    }

    @Override
    public int getOffsetGap(String field) {
        return GAP_BETWEEN_OFFSETS;
    }

    /** Keeps a phrase from reaching from one text of a field into the next. */
    @Override
    public int getPositionIncrementGap(String field) {
        return GAP_BETWEEN_TEXTS;
    }
}
