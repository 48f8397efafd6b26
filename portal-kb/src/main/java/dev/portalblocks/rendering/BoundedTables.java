// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

/** Ends a table by a blank line where its short rows would be filled up with far more cells than the text has characters. */
final class BoundedTables {
    /** So many cells a table may be filled up with, beside two for each character of it. */
    private static final int SPARE = 10_000;

    private static final String RULING = "|-: \t>*+.)";

    private final String text;
    private final StringBuilder bounded = new StringBuilder();
    private int copied;
    private int columns;
    private long spare;

    private BoundedTables(String text) {
        this.text = text;
    }

    /** Returns the text, with blank lines more where a table had to be ended. */
    static String of(String markdown) {
        return markdown.indexOf('|') < 0 ? markdown : new BoundedTables(markdown).bounded();
    }

    private String bounded() {
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            line(start, end);
            start = end + 1;
        }
        return copied == 0 ? text : bounded.append(text, copied, text.length()).toString();
    }

    private void line(int start, int end) {
        int pipes = 0;
        int dashes = 0;
        int letters = 0;
        boolean ruling = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            pipes += c == '|' && (i == start || text.charAt(i - 1) != '\\') ? 1 : 0;
            dashes += c == '-' ? 1 : 0;
            letters += c == ' ' || c == '\t' ? 0 : 1;
            ruling &= RULING.indexOf(c) >= 0 || (c >= '0' && c <= '9');
        }
        if (letters == 0) {
            columns = 0;
        } else if (columns > 0) {
            row(start, end - start, pipes);
        } else if (ruling && pipes > 0 && dashes > 0) {
            columns = pipes + 1;
            spare = SPARE;
        }
    }

    private void row(int start, int length, int pipes) {
        spare += 2L * length - Math.max(0, columns - Math.max(0, pipes - 1));
        if (spare < 0) {
            bounded.append(text, copied, start).append('\n');
            copied = start;
            columns = 0;
        }
    }
}
