// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names that stand in an address: {@code Was kostet das?} is {@code was-kostet-das}. */
public final class Slug {
    /** The most UTF-16 units of a name; longer ones are cut behind a word. */
    public static final int MAX_LENGTH = 80;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-+|-+$");

    private Slug() {}

    /**
     * Returns the name of a text: letters and digits in small letters, hyphens between them. Umlauts are written out, accents are left
     * out, and letters of other scripts stay. A text without letters and digits has the other name.
     */
    public static String of(String text, String nameless) {
        String german = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        String plain = MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFKD))
                .replaceAll("");
        String name = ENDS.matcher(BETWEEN_WORDS.matcher(plain).replaceAll("-")).replaceAll("");
        String shown = ENDS.matcher(cut(name)).replaceAll("");
        return shown.isEmpty() ? nameless : shown;
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
