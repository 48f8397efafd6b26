// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

/**
 * Markdown that can be parsed in linear time and without deep recursion, whoever wrote it.
 *
 * <p>The parser follows links through every bracket that is still open in a paragraph, so a paragraph of nothing but
 * brackets would take quadratic time. A text that has more than a thousand {@code [} without a blank line between them
 * gets one. A table fills its short rows up with empty cells, so a wide one with many short rows would become far longer than its
 * text: it is ended by a blank line, too. Every other text stays as it is.
 */
public final class BoundedMarkdown {
    /** The deepest nesting, of blocks and of inlines, that a parser is to be built with; what is deeper is read as text. */
    public static final int MAX_NESTING = 50;

    private static final int BETWEEN_LINES = 1_000;
    private static final int WITHIN_A_LINE = 2_000;

    private BoundedMarkdown() {}

    /** Returns the text, with a blank line more wherever it takes one to be bounded. */
    public static String of(String markdown) {
        return bounded(BoundedTables.of(markdown));
    }

    private static String bounded(String markdown) {
        StringBuilder bounded = new StringBuilder(markdown.length());
        int brackets = 0;
        boolean blank = true;
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            if (c == '\n' || c == '\r') {
                brackets = blank ? 0 : brackets;
                blank = true;
            } else if (blank && c != ' ' && c != '\t') {
                blank = false;
                if (brackets >= BETWEEN_LINES) {
                    endLine(bounded);
                    brackets = 0;
                }
            }
            if (c == '[' && ++brackets > WITHIN_A_LINE) {
                bounded.append("\n\n");
                brackets = 1;
            }
            bounded.append(c);
        }
        return bounded.length() == markdown.length() ? markdown : bounded.toString();
    }

    /** Puts a blank line before the line that has just begun, whose indentation is kept. */
    private static void endLine(StringBuilder text) {
        int start = text.length();
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        text.insert(start, '\n');
    }
}
