// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import java.util.ArrayList;
import java.util.List;

/** Texts of every kind that Unicode has, and as long as a field takes them, in the widest characters there are. */
final class StrangeTexts {
    /** Short ones, each of a kind of its own; the first is a plain one. */
    static final List<String> KINDS = List.of(
            "plain",
            "a\u0000b",
            "\uD800",
            "a\uDC00b",
            "\uDC00\uD800",
            "\uFFFE",
            "\uFFFF",
            "\uFDD0",
            "\uDBFF\uDFFF",
            "\uD83D\uDE00",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "e\u0301\u0323",
            "\u00E9",
            "\u0300a",
            "\u05E9\u05DC\u05D5\u05DD",
            "\u202Eabc\u202C",
            "\u2067a\u2069",
            "\u200Fa\u061C",
            "\uFEFFa",
            "a\u2028b\u2029",
            "\u0001\u001F\u007F",
            "\u0085\u009F",
            "a\tb\r\nc",
            "\uE000\uDB80\uDC00",
            "\u1100\u1161\u11A8",
            "\u0130\u0131\u00DF\u1E9E",
            "'\"\\%_;--",
            "\u00A0\u2003\u3000");

    private static final String WIDE = "\u20AC";
    private static final String PAIR = "\uD83D\uDE00";
    private static final int LONG = 100_000;

    private StrangeTexts() {}

    /** Returns the most characters that a place takes; 0 where no number says so, or a text of that size is no test's. */
    static int most(Place place) {
        if (place.kind() == IdempotencyKey.class) {
            return 200;
        }
        if (place.kind() == Audience.class) {
            return 115;
        }
        boolean isFree = place.kind() == String.class && !place.isEmail() && !isFixed(place);
        return isFree && place.hasMost() && place.max() <= LONG ? place.max() : 0;
    }

    private static boolean isFixed(Place place) {
        return place.name().startsWith("ArticleCare.rename")
                || place.name().endsWith(" slugs[][]")
                || place.endsWith("sha256")
                || place.pattern().startsWith("[A-Z")
                || place.pattern().startsWith("[0-9");
    }

    /** Returns texts of exactly so many UTF-16 units: three bytes of UTF-8 each, and four for two of them. */
    static List<String> full(int length) {
        List<String> full = new ArrayList<>(List.of(WIDE.repeat(length)));
        full.add(PAIR.repeat(length / 2) + "x".repeat(length % 2));
        return full;
    }

    /** Returns the text behind a word of its own, as the place takes it. */
    static String at(Place place, String word, String text) {
        if (place.kind() == Audience.class) {
            return "role:" + word + text;
        }
        if (place.kind() == LanguageTag.class) {
            return text.equals("plain") ? "de-x-" + word : text;
        }
        return place.isEmail() ? word + text + "@example.org" : word + text;
    }
}
