// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

/** What texts may consist of, as regular expressions for constraints. All of them let the empty text pass. */
public final class TextPatterns {
    /** One line: no control character, no line separator, no lone surrogate. */
    public static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    /** One line with something else than white space in it. */
    public static final String ONE_LINE_NOT_BLANK = "| *+[^\\s\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]" + ONE_LINE;

    /** Any lines: of the control characters only tab and line breaks, no lone surrogate. */
    public static final String LINES = "[\\t\\n\\r[^\\p{Cc}\\p{Cs}]]*";

    /** Whatever a database keeps as text: no U+0000, no lone surrogate. */
    public static final String STORABLE = "[^\\x00\\p{Cs}]*";

    private TextPatterns() {}
}
