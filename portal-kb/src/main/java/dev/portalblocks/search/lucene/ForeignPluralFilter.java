// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes the s from German plurals like {@code Autos}, {@code Handys} and {@code Apps}, which the light stemmer leaves alone. */
final class ForeignPluralFilter extends TokenFilter {
    private static final String BEFORE_PLURAL = "aoyp";
    private static final int SHORTEST = 4;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ForeignPluralFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int last = term.length() - 1;
        if (last >= SHORTEST - 1 && term.charAt(last) == 's' && BEFORE_PLURAL.indexOf(term.charAt(last - 1)) >= 0) {
            term.setLength(last);
        }
        return true;
    }
}
