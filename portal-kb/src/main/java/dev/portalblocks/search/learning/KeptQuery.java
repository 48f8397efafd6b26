// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.model.Redaction;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes of what somebody asked what may be kept: one line in lower case, of at most 200 characters, in which nothing stands
 * that looks like an e-mail address, an IBAN, a date, a number plate, a telephone number or another long number. It takes
 * away too much rather than too little, and what it made it leaves as it is. Names it can't tell from other words.
 *
 * <p>Takes time in proportion to the text, of which it reads the first 1,000 characters.
 */
final class KeptQuery {
    /** The most characters that are kept. */
    static final int MOST = 200;

    private static final int READ = 1_000;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");

    private static final Pattern MARKS = Pattern.compile("\\[(?:e-mail|iban|datum|kennzeichen|telefon|nummer)]");

    private KeptQuery() {}

    /** Returns what may be kept of a text; nothing where it says nothing. */
    static String of(String text) {
        return cut(Redaction.of(line(text)), MOST).strip();
    }

    /** Returns the words of a text that was redacted, without the marks. */
    static String words(String redacted) {
        return MARKS.matcher(redacted).replaceAll(" ").strip();
    }

    /** One spelling of each character, in lower case, on one line: what nobody sees divides no number. */
    private static String line(String text) {
        String one = Normalizer.normalize(cut(text, READ), Normalizer.Form.NFKC);
        one = UNSEEN.matcher(cut(one, READ)).replaceAll("");
        one = DASHES.matcher(one).replaceAll("-");
        StringBuilder plain = new StringBuilder(one.length());
        one.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .forEach(plain::appendCodePoint);
        return BLANKS.matcher(plain.toString().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
