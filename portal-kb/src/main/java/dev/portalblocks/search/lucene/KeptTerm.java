// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Keeps a term as it is here in the token's type, which the steps of folding and stemming leave alone. */
final class KeptTerm extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute kept = addAttribute(TypeAttribute.class);

    KeptTerm(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        boolean more = input.incrementToken();
        if (more) {
            kept.setType(term.toString());
        }
        return more;
    }
}
