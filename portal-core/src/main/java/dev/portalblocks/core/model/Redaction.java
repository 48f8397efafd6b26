// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like an e-mail address, an IBAN, a date, a number plate, a telephone number or another long
 * number, and puts a German word in brackets there, such as {@code [e-mail]}. It takes away too much rather than too little,
 * and what it made it leaves as it is. Names it can't tell from other words: see {@link Transcript#redacted}.
 *
 * <p>Takes time in proportion to the text. Thread-safe.
 */
public final class Redaction {
    private static final int ROUNDS = 3;
    private static final int LONG = 5;
    private static final int TELEPHONE = 6;

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\t\\x0B\\f\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern BREAKS = Pattern.compile("\\R");

    private static final String WORD = "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++";
    private static final String DOT = "(?:\\.| \\. | ?[(\\[{](?:dot|punkt|\\.)[)\\]}] ?| (?:dot|punkt) )";
    private static final String DOMAIN = "[\\p{L}\\p{N}-]++(?:" + DOT + "[\\p{L}\\p{N}-]++)*+";
    private static final String AT = " ?(?:@|[(\\[{<] ?(?:at|ät|@) ?[)\\]}>]) ?";
    private static final Pattern ADDRESS = pattern(WORD + AT + DOMAIN);
    private static final Pattern SPOKEN_ADDRESS =
            pattern(WORD + " (?:at|ät) [\\p{L}\\p{N}-]++(?:" + DOT + "[\\p{L}\\p{N}-]++)++");
    private static final Pattern REST_OF_ADDRESS = pattern("(?<!\\S)[^\\s@]*+@\\S*+");

    /** Letters may stand between the digits, as in British ones; the group is atomic, so that nothing is tried twice. */
    private static final String IBAN_DIGIT = "(?>[ ./-]{0,2}(?:[a-z]{1,4}[ ./-]{0,2})?\\d)";
    /** Two letters that stand apart are a word more often, so then it takes more digits. */
    private static final Pattern IBAN = pattern("(?<![\\p{L}\\p{N}])[a-z]{2}(?:(?=\\d)" + IBAN_DIGIT
            + "{11,32}+|[ ./-]{1,2}(?=\\d)" + IBAN_DIGIT + "{17,32}+)[a-z]{0,3}+(?![\\p{L}\\p{N}])");

    private static final String ALONE = "(?<!\\d)(?<!\\d[ ./-])";
    private static final String END = "(?![ ./-]{0,2}\\d)";
    private static final String MONTH =
            "(?:jan|feb|mär|mar|mae|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)\\p{L}{0,9}+";
    private static final Pattern DATE = pattern(ALONE
            + "(?:\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?(?:\\d{4}|\\d{2})|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}"
            + "|\\d{1,2}\\.? ?" + MONTH + "\\.? ?(?:\\d{4}|\\d{2}))" + END);

    private static final Pattern PLATE =
            pattern("(?<![\\p{L}\\d])[a-zäöü]{1,3} ?- ?[a-z]{1,2}[ -]{0,2}\\d{1,4}[eh]?(?![\\p{L}\\d])");

    /** Whatever is neither letter nor digit may stand between digits, three characters of it; no mark of ours. */
    private static final Pattern DIGITS = pattern("[+(]{0,2}\\d(?:[^\\p{L}\\p{N}\\[\\]\\n]{0,3}\\d)++");

    private static final String DIGIT_WORD =
            "(?:null|eins?|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zero|one|two|three|four|five|six|seven|eight|nine)";
    private static final Pattern SPOKEN_DIGITS =
            pattern("(?<!\\p{L})" + DIGIT_WORD + "(?:[ ,./-]{0,2}" + DIGIT_WORD + "){4,}+(?!\\p{L})");
    private static final Pattern MIXED = pattern("(?<![^\\s\\[\\]])[^\\s\\[\\]\\d]*+(?:\\d[^\\s\\[\\]\\d]*+){5,}+");

    private static final Pattern NO_DIGITS = pattern("\\D+");
    private static final Pattern YEAR = pattern("(?:19|20)\\d\\d");

    private Redaction() {}

    /**
     * Returns a text without what looks personal: each character in one spelling (NFKC), hyphens for dashes, single blanks,
     * and its lines.
     */
    public static String of(String text) {
        String redacted = plain(text);
        for (int i = 0; i < ROUNDS; i++) { // what one pass takes away can bring together what is for another
            redacted = once(redacted);
        }
        return redacted;
    }

    /** What nobody sees divides no number. */
    private static String plain(String text) {
        String one =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        one = BREAKS.matcher(DASHES.matcher(one).replaceAll("-")).replaceAll("\n");
        StringBuilder plain = new StringBuilder(one.length());
        one.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .forEach(plain::appendCodePoint);
        return BLANKS.matcher(plain).replaceAll(" ");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String once(String text) {
        String line = ADDRESS.matcher(text).replaceAll("[e-mail]");
        line = SPOKEN_ADDRESS.matcher(line).replaceAll("[e-mail]");
        line = REST_OF_ADDRESS.matcher(line).replaceAll("[e-mail]");
        line = IBAN.matcher(line).replaceAll("[iban]");
        line = DATE.matcher(line).replaceAll("[datum]");
        line = PLATE.matcher(line).replaceAll("[kennzeichen]");
        line = DIGITS.matcher(line).replaceAll(Redaction::number);
        line = SPOKEN_DIGITS.matcher(line).replaceAll("[nummer]");
        return MIXED.matcher(line).replaceAll(Redaction::number);
    }

    private static String number(MatchResult found) {
        String text = found.group();
        String[] groups = Arrays.stream(NO_DIGITS.split(text, -1))
                .filter(group -> !group.isEmpty())
                .toArray(String[]::new);
        int digits = Arrays.stream(groups).mapToInt(String::length).sum();
        if (digits < LONG || isTimeOrYears(groups)) {
            return text.replace("\\", "\\\\").replace("$", "\\$");
        }
        boolean isCalled = text.indexOf('+') >= 0 || groups[0].startsWith("0");
        return isCalled && digits >= TELEPHONE ? "[telefon]" : "[nummer]";
    }

    /** Two years, or a year beside a number of at most two digits: what people ask about a contract's year. */
    private static boolean isTimeOrYears(String[] groups) {
        return groups.length == 2
                && Arrays.stream(groups).anyMatch(group -> YEAR.matcher(group).matches())
                && Arrays.stream(groups)
                        .allMatch(group ->
                                group.length() <= 2 || YEAR.matcher(group).matches());
    }
}
