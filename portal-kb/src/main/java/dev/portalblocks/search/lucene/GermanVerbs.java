// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Verbs whose forms have another stem than the infinitive: {@code abgeschlossen} and {@code Abschluss} are of
 * {@code abschließen}. Thread-safe.
 */
final class GermanVerbs {
    /** Endings that a root keeps where little would be left of it: {@code zogen} has three letters without. */
    private static final List<String> ENDINGS = List.of("", "en", "e", "st", "t", "n");

    private static final String PARTICIPLE = "ge";
    private static final String BETWEEN = "\\|";

    private final Map<String, String> stems = new HashMap<>();
    private final Map<String, String> behindPrefix = new HashMap<>();

    private GermanVerbs() {}

    /** Reads lines of a stem, the other stems, and behind a bar those that need a prefix; folds them as a query's words are. */
    static GermanVerbs of(List<String> lines, Function<String, List<String>> folding) {
        GermanVerbs verbs = new GermanVerbs();
        for (String line : lines) {
            String[] halves = line.split(BETWEEN, 2);
            List<String> free = folding.apply(halves[0]);
            String infinitive = free.get(0);
            free.forEach(stem -> verbs.stems.put(stem, infinitive));
            if (halves.length > 1) {
                folding.apply(halves[1]).forEach(stem -> verbs.behindPrefix.put(stem, infinitive));
            }
        }
        return verbs;
    }

    /** Returns a root that begins with no {@code ge-}, with the stem of its infinitive; empty when it is of no such verb. */
    String infinitive(String root) {
        String whole = form(stems, root);
        String verb = whole.isEmpty() && root.startsWith(PARTICIPLE)
                ? form(stems, root.substring(PARTICIPLE.length()))
                : whole;
        return !verb.isEmpty()
                ? verb
                : Stream.concat(GermanPrefixes.SEPARABLE.stream(), GermanPrefixes.INSEPARABLE.stream())
                        .filter(root::startsWith)
                        .map(prefix -> behind(prefix, root.substring(prefix.length())))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private String behind(String prefix, String rest) {
        String free = form(stems, rest);
        String verb = free.isEmpty() ? form(behindPrefix, rest) : free;
        return verb.isEmpty() ? verb : prefix + verb;
    }

    private static String form(Map<String, String> stems, String form) {
        return ENDINGS.stream()
                .filter(form::endsWith)
                .map(ending -> stems.getOrDefault(form.substring(0, form.length() - ending.length()), ""))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }
}
