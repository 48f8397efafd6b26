// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The words of a language that carry its grammar rather than a topic: articles, pronouns, auxiliaries, particles.
 *
 * <p>The few that stand in every sentence are left out of a query; the others count for less, because in a small
 * collection of formal texts the words of everyday speech are rare and would outweigh the topic. Only queries are
 * treated so: an index holds every word.
 *
 * @param silent left out
 * @param light count for less
 */
record FunctionWords(Set<String> silent, Set<String> light) {
    private static final float LIGHT = 0.3f;
    private static final String LIGHT_SECTION = "[light]";

    /** Returns a list without words. */
    static FunctionWords none() {
        return new FunctionWords(Set.of(), Set.of());
    }

    /** Reads the list of a language, folding its words as a query's are. */
    static FunctionWords of(String language, Function<String, List<String>> folding) {
        Set<String> silent = new HashSet<>();
        Set<String> light = new HashSet<>();
        Set<String> section = silent;
        for (String line : Lists.lines("function-words-" + language + ".txt")) {
            if (line.equals(LIGHT_SECTION)) {
                section = light;
            } else {
                section.addAll(folding.apply(line));
            }
        }
        return new FunctionWords(Set.copyOf(silent), Set.copyOf(light));
    }

    /** Returns what a folded word counts: 0 if it is left out, 1 if it is none of these. */
    float weight(String word) {
        if (silent.contains(word)) {
            return 0;
        }
        return light.contains(word) ? LIGHT : 1;
    }
}
