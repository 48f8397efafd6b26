// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * Cuts a text into words and says of each how it is folded and how it was written: {@code kundigung}, {@code Kündigung}.
 * Both are one term, so that a word that is put right can be shown as people write it.
 */
final class Written extends Analyzer {
    /** How such a field is kept: nothing but which texts have a term. */
    static final FieldType FIELD = docsOnly();

    /** Stands in no word and before every letter, so that all ways to write a word follow each other. */
    private static final char BETWEEN = '\u001F';

    private final UnaryOperator<TokenStream> folding;

    Written(UnaryOperator<TokenStream> folding) {
        this.folding = folding;
    }

    /** Returns what all terms of a folded word begin with. */
    static String prefix(String folded) {
        return folded + BETWEEN;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream kept = new KeptTerm(new ComposedFormFilter(words));
        return new TokenStreamComponents(words, new Join(folding.apply(new LowerCaseFilter(kept))));
    }

    private static FieldType docsOnly() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    /** Puts the word as it was behind the folded one. */
    private static final class Join extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final TypeAttribute written = addAttribute(TypeAttribute.class);

        Join(TokenStream input) {
            super(input);
        }

        @Override
        public boolean incrementToken() throws IOException {
            boolean more = input.incrementToken();
            if (more) {
                term.append(BETWEEN).append(written.type());
            }
            return more;
        }
    }
}
