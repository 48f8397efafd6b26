// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes of what somebody asked what may be kept: one line in lower case, of at most 200 characters, in which nothing stands
 * that looks like an e-mail address, an IBAN, a date, a number plate, a telephone number or another long number. It takes
 * away too much rather than too little, and what it made it leaves as it is. Names it can't tell from other words.
 *
 * <p>Takes time in proportion to the text, of which it reads the first 1,000 characters.
 */
final class Redaction {
    /** The most characters that are kept. */
    static final int MOST = 200;

    private static final int READ = 1_000;
    private static final int ROUNDS = 3;
    private static final int LONG = 5;
    private static final int TELEPHONE = 6;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]+");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");

    private static final String WORD = "(?<![\\p{L}\\p{N}._%+'-])[\\p{L}\\p{N}._%+'-]++";
    private static final String DOT = "(?:\\.| \\. | ?[(\\[{](?:dot|punkt|\\.)[)\\]}] ?| (?:dot|punkt) )";
    private static final String DOMAIN = "[\\p{L}\\p{N}-]++(?:" + DOT + "[\\p{L}\\p{N}-]++)*+";
    private static final String AT = " ?(?:@|[(\\[{<] ?(?:at|ät|@) ?[)\\]}>]) ?";
    private static final Pattern ADDRESS = Pattern.compile(WORD + AT + DOMAIN);
    private static final Pattern SPOKEN_ADDRESS =
            Pattern.compile(WORD + " (?:at|ät) [\\p{L}\\p{N}-]++(?:" + DOT + "[\\p{L}\\p{N}-]++)++");
    private static final Pattern REST_OF_ADDRESS = Pattern.compile("(?<!\\S)[^\\s@]*+@\\S*+");

    /** Letters may stand between the digits, as in British ones; the group is atomic, so that nothing is tried twice. */
    private static final String IBAN_DIGIT = "(?>[ ./-]{0,2}(?:[a-z]{1,4}[ ./-]{0,2})?\\d)";
    /** Two letters that stand apart are a word more often, so then it takes more digits. */
    private static final Pattern IBAN = Pattern.compile("(?<![\\p{L}\\p{N}])[a-z]{2}(?:(?=\\d)" + IBAN_DIGIT
            + "{11,32}+|[ ./-]{1,2}(?=\\d)" + IBAN_DIGIT + "{17,32}+)[a-z]{0,3}+(?![\\p{L}\\p{N}])");

    private static final String ALONE = "(?<!\\d)(?<!\\d[ ./-])";
    private static final String END = "(?![ ./-]{0,2}\\d)";
    private static final String MONTH =
            "(?:jan|feb|mär|mar|mae|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)\\p{L}{0,9}+";
    private static final Pattern DATE = Pattern.compile(ALONE
            + "(?:\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?(?:\\d{4}|\\d{2})|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}"
            + "|\\d{1,2}\\.? ?" + MONTH + "\\.? ?(?:\\d{4}|\\d{2}))" + END);

    private static final Pattern PLATE =
            Pattern.compile("(?<![\\p{L}\\d])[a-zäöü]{1,3} ?- ?[a-z]{1,2}[ -]{0,2}\\d{1,4}[eh]?(?![\\p{L}\\d])");

    /** Whatever is neither letter nor digit may stand between digits, three characters of it; no mark of ours. */
    private static final Pattern DIGITS = Pattern.compile("[+(]{0,2}\\d(?:[^\\p{L}\\p{N}\\[\\]]{0,3}\\d)++");

    private static final String DIGIT_WORD =
            "(?:null|eins?|zwei|zwo|drei|vier|fünf|fuenf|sechs|sieben|acht|neun|zero|one|two|three|four|five|six|seven|eight|nine)";
    private static final Pattern SPOKEN_DIGITS =
            Pattern.compile("(?<!\\p{L})" + DIGIT_WORD + "(?:[ ,./-]{0,2}" + DIGIT_WORD + "){4,}+(?!\\p{L})");
    private static final Pattern MIXED =
            Pattern.compile("(?<![^\\s\\[\\]])[^\\s\\[\\]\\d]*+(?:\\d[^\\s\\[\\]\\d]*+){5,}+");

    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern MARKS = Pattern.compile("\\[(?:e-mail|iban|datum|kennzeichen|telefon|nummer)]");

    private Redaction() {}

    /** Returns what may be kept of a text; nothing where it says nothing. */
    static String of(String text) {
        String line = line(text);
        for (int i = 0; i < ROUNDS; i++) { // what one pass takes away can bring together what is for another
            line = once(line);
        }
        return cut(line, MOST).strip();
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

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
