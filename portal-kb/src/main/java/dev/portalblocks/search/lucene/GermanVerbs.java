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
    /** Prefixes that never leave their verb; the others are those of {@link GermanRoots}. */
    private static final List<String> INSEPARABLE =
            List.of("be", "ent", "er", "hinter", "miss", "ruck", "ver", "wider", "zer");

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
        String whole = stems.get(root);
        if (whole != null) {
            return whole;
        }
        String participle = root.startsWith(PARTICIPLE) ? stems.get(root.substring(PARTICIPLE.length())) : null;
        return participle != null
                ? participle
                : Stream.concat(GermanRoots.PREFIXES.stream(), INSEPARABLE.stream())
                        .filter(root::startsWith)
                        .map(prefix -> behind(prefix, root.substring(prefix.length())))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private String behind(String prefix, String rest) {
        String verb = stems.getOrDefault(rest, behindPrefix.getOrDefault(rest, ""));
        return verb.isEmpty() ? verb : prefix + verb;
    }
}
