// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts the pieces of a word in the word's place: its parts, or its n-grams; a word without pieces is dropped. */
final class PiecesFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Function<String, List<String>> cutter;
    private Iterator<String> pieces = List.<String>of().iterator();

    PiecesFilter(TokenStream input, Function<String, List<String>> cutter) {
        super(input);
        this.cutter = cutter;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (!pieces.hasNext()) {
            if (!input.incrementToken()) {
                return false;
            }
            pieces = cutter.apply(term.toString()).iterator();
        }
        term.setEmpty().append(pieces.next());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pieces = List.<String>of().iterator();
    }
}
