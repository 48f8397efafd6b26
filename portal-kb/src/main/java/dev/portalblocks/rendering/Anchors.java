// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives the headings of one text their anchors, for one use: {@code Was kostet das?} is {@code was-kostet-das}, and the next
 * heading that says the same {@code was-kostet-das-2}. Letters of other scripts stay, umlauts are written out.
 */
final class Anchors {
    /** Longer ones are cut behind a word. */
    private static final int MAX_LENGTH = 80;
    /** What a heading without letters and digits is called. */
    private static final String NAMELESS = "abschnitt";

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    private final Set<String> given = new HashSet<>();
    /** The number that each name goes on with, so that many equal headings take linear time. */
    private final Map<String, Integer> next = new HashMap<>();

    /** Returns the anchor of the next heading. */
    String of(String heading) {
        String name = named(heading);
        if (given.add(name)) {
            return name;
        }
        int number = next.getOrDefault(name, 2);
        while (!given.add(name + "-" + number)) {
            number++;
        }
        next.put(name, number + 1);
        return name + "-" + number;
    }

    private static String named(String heading) {
        String german = Normalizer.normalize(heading, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String plain = MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFKD))
                .replaceAll("");
        String name = ENDS.matcher(BETWEEN_WORDS.matcher(plain).replaceAll("-")).replaceAll("");
        String shown = ENDS.matcher(cut(name)).replaceAll("");
        return shown.isEmpty() ? NAMELESS : shown;
    }

    private static String cut(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int word = name.lastIndexOf('-', MAX_LENGTH);
        int end = word > 0 ? word : MAX_LENGTH;
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }
}
