// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import de.danielnaber.jwordsplitter.EmbeddedGermanDictionary;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;

/**
 * The analysis of German: ä, ae and a are one letter, ß and ss are another, endings count for nothing, and compounds are
 * found by their parts, and verbs by what is made of them.
 */
final class German {
    private static final UnaryOperator<TokenStream> FOLDING = GermanNormalizationFilter::new;

    private German() {}

    static TextAnalysis analysis() {
        CompoundSplitter splitter = new CompoundSplitter(Dictionary.WORDS);
        GermanRoots roots = new GermanRoots(Dictionary.WORDS);
        return TextAnalysis.of(
                "de",
                new TextAnalysis.Steps(
                        FOLDING, GermanLightStemFilter::new, splitter::split, word -> List.of(roots.of(word))),
                FunctionWords.of("de", new Words(FOLDING)::terms));
    }

    /** The words that compounds are split into; read when first needed, once for all indexes. */
    private static final class Dictionary {
        static final Set<String> WORDS = Collections.unmodifiableSet(
                new HashSet<>(new Words(FOLDING).terms(String.join("\n", EmbeddedGermanDictionary.getWords()))));
    }
}
