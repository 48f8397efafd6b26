// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.LanguageTag;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The analysis of each language: German and English in full, the languages that Lucene can stem by their stems, Chinese,
 * Japanese and Korean by pairs of characters, every other by its words. Thread-safe.
 */
final class Languages {
    private static final String OTHER = "other";
    private static final Set<String> IN_PAIRS = Set.of("ja", "ko", "zh");
    private static final Map<String, String> STEMMERS = Map.ofEntries(
            Map.entry("da", "Danish"),
            Map.entry("es", "Spanish"),
            Map.entry("fi", "Finnish"),
            Map.entry("hu", "Hungarian"),
            Map.entry("it", "Italian"),
            Map.entry("nb", "Norwegian"),
            Map.entry("nl", "Dutch"),
            Map.entry("nn", "Norwegian"),
            Map.entry("no", "Norwegian"),
            Map.entry("pt", "Portuguese"),
            Map.entry("ro", "Romanian"),
            Map.entry("ru", "Russian"),
            Map.entry("sv", "Swedish"),
            Map.entry("tr", "Turkish"));

    private final WordWeights weights;
    private final Map<String, TextAnalysis> analyses;
    private final TextAnalysis other = simple(OTHER, UnaryOperator.identity(), UnaryOperator.identity());

    Languages() {
        this(WordWeights.CHOSEN);
    }

    /** Weighs words otherwise, to measure what that changes. */
    Languages(WordWeights weights) {
        this.weights = weights;
        Map<String, TextAnalysis> all = new HashMap<>();
        all.put("de", German.analysis());
        all.put("en", english());
        all.put("fr", simple("fr", Languages::withoutElision, words -> new SnowballFilter(words, "French")));
        STEMMERS.forEach((language, stemmer) -> all.put(
                language, simple(language, UnaryOperator.identity(), words -> new SnowballFilter(words, stemmer))));
        IN_PAIRS.forEach(
                language -> all.put(language, simple(language, CJKBigramFilter::new, UnaryOperator.identity())));
        analyses = Map.copyOf(all);
    }

    /** Returns what words count, in every language. */
    WordWeights weights() {
        return weights;
    }

    /** Returns the analysis of texts in this language. */
    TextAnalysis of(LanguageTag language) {
        return named(language.language().value());
    }

    /** Returns the analysis that has this name. */
    TextAnalysis named(String name) {
        return analyses.getOrDefault(name, other);
    }

    private static TextAnalysis english() {
        UnaryOperator<TokenStream> folding = EnglishPossessiveFilter::new;
        return TextAnalysis.of(
                "en",
                TextAnalysis.Steps.of(folding, PorterStemFilter::new),
                TextAnalysis.WordLists.of("en", new Words(folding)::terms));
    }

    private static TextAnalysis simple(
            String name, UnaryOperator<TokenStream> folding, UnaryOperator<TokenStream> stemming) {
        return TextAnalysis.of(name, TextAnalysis.Steps.of(folding, stemming), TextAnalysis.WordLists.none());
    }

    private static TokenStream withoutElision(TokenStream words) {
        return new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
    }
}
