// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts what a word begins with in the word's place, of each length; of the first word twice, so that it is known as such. */
final class BeginningsFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private Iterator<String> pieces = List.<String>of().iterator();
    private boolean isFirst = true;

    BeginningsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (!pieces.hasNext()) {
            if (!input.incrementToken()) {
                return false;
            }
            String word = term.toString();
            pieces = (isFirst ? Beginnings.ofFirst(word) : Beginnings.of(word)).iterator();
            isFirst = false;
        }
        term.setEmpty().append(pieces.next());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pieces = List.<String>of().iterator();
        isFirst = true;
    }
}
