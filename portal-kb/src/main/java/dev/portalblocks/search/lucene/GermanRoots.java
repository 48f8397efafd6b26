// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.List;
import java.util.stream.Stream;

/**
 * Brings forms and derivations of a German word to one root: {@code abgebucht}, {@code abbuchen} and {@code Abbuchung} to
 * {@code abbuch}. Roots need not be words, and words of other meanings may share one, so a match counts less than one of
 * the words themselves. Thread-safe.
 */
final class GermanRoots {
    /** The last two are those of {@code Konto} and {@code Firma}, whose plurals are {@code Konten} and {@code Firmen}. */
    private static final List<String> ENDINGS = List.of("en", "em", "er", "es", "e", "s", "n", "o", "a");

    private static final List<String> DERIVATIONS =
            List.of("ungen", "ung", "heiten", "heit", "keiten", "keit", "schaft", "lich", "isch", "bar");

    private static final String PARTICIPLE = "ge";
    private static final String INFINITIVE = "zu";
    private static final int SHORTEST = 4;
    private static final int SHORTEST_VERB = 3;

    private final GermanWords dictionary;
    private final GermanVerbs verbs;

    /** Knows these folded words, of which none is a participle: what is among them and begins with ge- keeps it. */
    GermanRoots(GermanWords dictionary, GermanVerbs verbs) {
        this.dictionary = dictionary;
        this.verbs = verbs;
    }

    /** Returns the root of a folded word. */
    String of(String word) {
        String bare = without(ENDINGS, word);
        for (String shorter = without(DERIVATIONS, bare); !shorter.equals(bare); shorter = without(DERIVATIONS, bare)) {
            bare = shorter;
        }
        String root = withoutPersonalEnding(bare);
        boolean mayBeParticiple = !root.equals(bare) || word.endsWith("en") || word.contains("ene");
        boolean isParticiple = mayBeParticiple && !dictionary.has(word);
        String own = isParticiple ? withoutParticiple(root) : root;
        return Stream.of(word, isParticiple ? withoutParticiple(bare) : bare, own)
                .map(verbs::infinitive)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(own);
    }

    /** Returns whether it is a form of a word of the dictionary: {@code stimmt}, {@code gemeckert}, {@code abgeschlossen}. */
    boolean isForm(String word) {
        return isVerb(word) || dictionary.has(of(word));
    }

    /** Returns whether it may be a form of a verb. */
    boolean isVerb(String word) {
        String root = of(word);
        return dictionary.isVerbStem(root)
                || dictionary.has(root + "n")
                || !verbs.infinitive(root).isEmpty();
    }

    private static String without(List<String> endings, String word) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static String withoutPersonalEnding(String word) {
        if (word.endsWith("et") && word.length() - 2 >= SHORTEST) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("t") && word.length() - 1 >= SHORTEST ? word.substring(0, word.length() - 1) : word;
    }

    private static String withoutParticiple(String root) {
        if (root.startsWith(PARTICIPLE) && root.length() - 2 >= SHORTEST) {
            return root.substring(2);
        }
        for (String prefix : GermanPrefixes.SEPARABLE) {
            for (String sign : List.of(PARTICIPLE, INFINITIVE)) {
                int verb = prefix.length() + sign.length();
                if (root.startsWith(prefix + sign) && root.length() - verb >= SHORTEST_VERB) {
                    return prefix + root.substring(verb);
                }
            }
        }
        return root;
    }
}
