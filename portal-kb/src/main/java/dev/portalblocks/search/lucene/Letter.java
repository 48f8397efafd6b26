// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message as people write them: with a farewell at its end, behind which stand names, numbers and signatures. */
final class Letter {
    /** The farewells of letters in German and English, each at the beginning of a line or behind a sentence. */
    private static final Pattern FAREWELL = Pattern.compile(
            "(?:^|[\\n.!?,;:])[ \\t]*(?:(?:mit )?(?:freundliche|viele|liebe|beste|herzliche|sch[öo]ne|nette)[nr]? gr(?:ü|ue)(?:ß|ss)e?n?"
                    + "|gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|mfg|lg|vg|ciao|tsch(?:ü|ue)(?:ß|ss)|(?:kind |best |warm )?regards|best wishes|yours(?: sincerely| faithfully| truly)?"
                    + "|sincerely|cheers)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What is longer than that behind a farewell is no signature. */
    private static final int LONGEST_SIGNATURE = 400;

    private Letter() {}

    /** Returns the message up to its farewell; all of it where it has none, or where much comes behind. */
    static String withoutFarewell(String message) {
        Matcher farewell = FAREWELL.matcher(message);
        while (farewell.find()) {
            if (message.length() - farewell.end() <= LONGEST_SIGNATURE) {
                return message.substring(0, farewell.start());
            }
        }
        return message;
    }
}
