// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import de.danielnaber.jwordsplitter.EmbeddedGermanDictionary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
        Function<String, List<String>> splitting = Remembered.ofWords(splitter::split);
        GermanRoots roots = new GermanRoots(Dictionary.WORDS, Dictionary.VERBS);
        return TextAnalysis.of(
                "de",
                new TextAnalysis.Steps(
                        FOLDING,
                        folded -> new GermanLightStemFilter(new ForeignPluralFilter(folded)),
                        splitting,
                        word -> rootsOf(word, splitting, roots),
                        word -> Dictionary.WORDS.has(word)
                                || roots.isForm(word)
                                || !splitting.apply(word).isEmpty(),
                        new SeparatedVerbs(roots)::in),
                TextAnalysis.WordLists.of("de", new Words(FOLDING)::terms));
    }

    private static List<String> rootsOf(String word, Function<String, List<String>> splitting, GermanRoots roots) {
        Set<String> all = new LinkedHashSet<>();
        all.add(roots.of(word));
        splitting.apply(word).forEach(part -> all.add(roots.of(part)));
        return List.copyOf(all);
    }

    /** The words that compounds are split into; read when first needed, once for all indexes. */
    private static final class Dictionary {
        static final GermanWords WORDS = GermanWords.of(read());
        static final GermanVerbs VERBS =
                GermanVerbs.of(Lists.lines("irregular-verbs-de.txt"), new Words(FOLDING)::terms);

        private static List<String> read() {
            Words folding = new Words(FOLDING);
            List<String> words = new ArrayList<>(folding.terms(String.join("\n", EmbeddedGermanDictionary.getWords())));
            words.addAll(folding.terms(String.join("\n", Lists.lines("compound-parts-de.txt"))));
            return words;
        }
    }
}
