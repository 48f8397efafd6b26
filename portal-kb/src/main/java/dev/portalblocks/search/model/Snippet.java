// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import java.util.List;

/**
 * A piece of plain text with the places that matched.
 *
 * @param text plain text, not escaped; never begins or ends inside a surrogate pair
 * @param matches the places, ascending, without overlap
 */
public record Snippet(String text, List<Match> matches) {
    /**
     * A place in the text.
     *
     * @param start index of its first character
     * @param end index behind its last
     */
    public record Match(int start, int end) {}

    /** Copies the places. */
    public Snippet {
        matches = List.copyOf(matches);
    }

    /** Returns a piece of text in which nothing matched. */
    public static Snippet plain(String text) {
        return new Snippet(text, List.of());
    }

    /** Returns the text as HTML: everything escaped, each match within {@code <mark>}. */
    public String toHtml() {
        return marked("<mark>", "</mark>", true);
    }

    /** Returns the plain text with each match between two marks, for a terminal. */
    public String toText(String before, String after) {
        return marked(before, after, false);
    }

    private String marked(String before, String after, boolean escape) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int done = 0;
        for (Match match : matches) {
            append(out, done, match.start(), escape);
            out.append(before);
            append(out, match.start(), match.end(), escape);
            out.append(after);
            done = match.end();
        }
        append(out, done, text.length(), escape);
        return out.toString();
    }

    private void append(StringBuilder out, int from, int to, boolean escape) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (escape) {
                out.append(escaped(c));
            } else {
                out.append(c);
            }
        }
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf(c);
        };
    }
}
