// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How like a word of a question is to a word of a text, by what an engine can; for {@link SmallEngine}. */
final class Likeness {
    /** What an engine can; each may be missing. */
    enum Ability {
        FORMS,
        COMPOUNDS,
        SPELLINGS,
        TYPOS,
        EVERYDAY,
        TYPING
    }

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** A thesaurus of twenty lines, as an engine's operators keep one. */
    private static final Map<String, List<String>> MEANS = Map.ofEntries(
            Map.entry("handy", List.of("smartphone")),
            Map.entry("portemonnaie", List.of("brieftasche")),
            Map.entry("geklaut", List.of("gestohlen")),
            Map.entry("bike", List.of("rad", "fahrrad")),
            Map.entry("abheben", List.of("bargeld", "auszahlung")),
            Map.entry("kaputt", List.of("defekt")),
            Map.entry("paket", List.of("sendung")),
            Map.entry("umtauschen", List.of("rückgabe")),
            Map.entry("pin", List.of("geheimzahl")),
            Map.entry("einloggen", List.of("anmelden")),
            Map.entry("werbung", List.of("newsletter")),
            Map.entry("solar", List.of("photovoltaik", "photovoltaic")),
            Map.entry("kredit", List.of("darlehen", "finanzierung")),
            Map.entry("urlaub", List.of("reise")),
            Map.entry("blackout", List.of("outage")),
            Map.entry("parcel", List.of("delivery")),
            Map.entry("broken", List.of("faulty")));

    private static final List<String> ENDS =
            List.of("ations", "ation", "ings", "ing", "ers", "en", "er", "es", "em", "ed", "e", "n", "s");

    private final Set<Ability> abilities;
    private final Map<String, String> stems = new HashMap<>();
    private final Map<String, Map<String, Double>> known = new HashMap<>();

    Likeness(Set<Ability> abilities) {
        this.abilities = Set.copyOf(abilities);
    }

    boolean can(Ability ability) {
        return abilities.contains(ability);
    }

    /** Returns the words of a text in small letters. */
    static List<String> words(String text) {
        return NO_LETTER
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns 1 for the same word, less for one that is like it, 0 for another. */
    double of(String asked, String word) {
        return known.computeIfAbsent(asked, any -> new HashMap<>()).computeIfAbsent(word, any -> likeness(asked, word));
    }

    private double likeness(String asked, String word) {
        if (asked.equals(word)) {
            return 1;
        }
        boolean spelled = folded(asked).equals(folded(word));
        boolean formed = !spelled && stemmed(asked).equals(stemmed(word));
        if ((spelled && !can(Ability.SPELLINGS)) || (formed && !can(Ability.FORMS))) {
            return 0;
        }
        double own = alike(stem(asked), stem(word));
        double meant = can(Ability.EVERYDAY)
                ? MEANS.getOrDefault(asked, List.of()).stream()
                        .mapToDouble(other -> 0.8 * alike(stem(other), stem(word)))
                        .max()
                        .orElse(0)
                : 0;
        return Math.max(own, meant);
    }

    private double alike(String asked, String word) {
        if (asked.equals(word)) {
            return 1;
        }
        if (can(Ability.COMPOUNDS) && (isPart(asked, word) || isPart(word, asked))) {
            return 0.7;
        }
        int slips = asked.length() < 4 ? 0 : asked.length() < 9 ? 1 : 2;
        return can(Ability.TYPOS) && slips > 0 && Slips.between(asked, word, slips) <= slips ? 0.5 : 0;
    }

    /** Whether the one begins or ends the other and leaves enough for another word, or stands in its midst. */
    private static boolean isPart(String part, String whole) {
        return part.length() >= 3
                && whole.length() >= part.length() + 3
                && (whole.startsWith(part) || whole.endsWith(part) || (part.length() >= 5 && whole.contains(part)));
    }

    private static String folded(String word) {
        return word.replace('ä', 'a')
                .replace('ö', 'o')
                .replace('ü', 'u')
                .replace("ß", "ss")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }

    private String stem(String word) {
        return stems.computeIfAbsent(word, Likeness::stemmed);
    }

    private static String stemmed(String word) {
        String stem = folded(word);
        for (String end : ENDS) {
            if (stem.endsWith(end) && stem.length() - end.length() >= 3) {
                return stem.substring(0, stem.length() - end.length());
            }
        }
        return stem;
    }
}
