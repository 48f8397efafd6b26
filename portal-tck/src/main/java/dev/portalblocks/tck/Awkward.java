// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Values that stores get wrong: everything in it is valid input. */
public final class Awkward {
    private static final List<String> IDENTIFIERS = List.of(
            "acme",
            "ACME",
            "Acme",
            "acme.",
            "ac",
            "acmee",
            "0",
            "00",
            "NULL",
            "null",
            "' OR '1'='1",
            "\"; DROP TABLE x --",
            "%",
            "_",
            "a_me",
            "ac%",
            "\\",
            "\\%",
            "a\\b",
            "a/b",
            "../a",
            "a:b",
            "{a}",
            "$1",
            "?",
            "a b",
            "a  b",
            "a\u00A0b",
            "caf\u00E9",
            "cafe\u0301",
            "stra\u00DFe",
            "STRASSE",
            "\u0131",
            "i",
            "\u00FC".repeat(90),
            "\u05D0\u05D1\u05D2",
            "\uFFFD",
            "\uFB01",
            "\uD83D\uDE00",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uD800\uDC00",
            "\uE000",
            "\uFFFF");

    private static final List<String> MORE_TEXTS = List.of(
            " ",
            " outer space ",
            "tab\tand\nline\r\nends\n",
            "\u0001\u001F\u007F\u0085",
            "\uFEFFmark",
            "a\u2028b",
            "\u202Eemca\u2066",
            "a\u200Fb",
            "\u0300");

    private static final List<Instant> INSTANTS = List.of(
            Instant.EPOCH,
            Instant.parse("2027-01-01T00:00:00.000001Z"),
            Instant.parse("2027-01-01T00:00:00.999999Z"),
            Instant.parse("2027-01-01T00:00:00.100000Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            Instant.parse("1900-02-28T23:59:59.000001Z"),
            Instant.parse("2016-12-31T23:59:59.999999Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00Z"),
            Instant.parse("2038-01-19T03:14:08.000007Z"),
            Instant.parse("0001-01-01T00:00:00.000001Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));

    private Awkward() {}

    /**
     * Returns short texts, each another: cases, quotes, patterns, combining marks, right-to-left, four-byte characters.
     * None begins or ends with white space, none holds what breaks a line or changes its direction.
     */
    public static List<String> identifiers() {
        return IDENTIFIERS;
    }

    /** Returns the identifiers, and texts with white space, control characters and the like. None holds U+0000. */
    public static List<String> texts() {
        return Stream.concat(IDENTIFIERS.stream(), MORE_TEXTS.stream()).toList();
    }

    /** Returns instants with microseconds, near and far, before and after changes of the clock. */
    public static List<Instant> instants() {
        return INSTANTS;
    }
}
