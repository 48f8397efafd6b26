// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Brings words into Unicode's form NFKC, so that a letter and its mark are the letter that others typed as one. */
final class ComposedFormFilter extends TokenFilter {
    private static final char END_OF_ASCII = 0x80;
    /** À; letters of Latin-1 and the first of Latin Extended-A begin here. */
    private static final char FIRST_PLAIN_LETTER = 0xC0;
    /** ı; behind it stands the first letter that has another form. */
    private static final char LAST_PLAIN_LETTER = 0x131;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ComposedFormFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!isPlain() && !Normalizer.isNormalized(term, Normalizer.Form.NFKC)) {
            String composed = Normalizer.normalize(term, Normalizer.Form.NFKC);
            term.setEmpty().append(composed);
        }
        return true;
    }

    /** Returns whether every letter is one that the form leaves alone, which is cheap to see and nearly always so. */
    private boolean isPlain() {
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c > LAST_PLAIN_LETTER || (c >= END_OF_ASCII && c < FIRST_PLAIN_LETTER)) {
                return false;
            }
        }
        return true;
    }
}
