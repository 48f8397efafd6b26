// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

/** What texts may consist of, as regular expressions for constraints. All of them let the empty text pass. */
public final class TextPatterns {
    /** What breaks a line, turns the direction of all that follows, or is no character. */
    private static final String UNFIT = "\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";

    /**
     * One line: no control character, no line or paragraph separator, no lone surrogate, and none of the characters that
     * turn the direction of what follows (Unicode Standard Annex 9, section 2), with which one text passes for another.
     * The marks U+061C, U+200E and U+200F, which right-to-left texts need, turn nothing else and are let in.
     */
    public static final String ONE_LINE = "[^" + UNFIT + "]*";

    /** What ids consist of, and what is compared like one: a line without the three marks, which nobody sees. */
    public static final String IDENTIFIER = "[^\\x{61C}\\x{200E}\\x{200F}" + UNFIT + "]*";

    /** One line with something else than white space in it. */
    public static final String ONE_LINE_NOT_BLANK = "| *+[^\\s" + UNFIT + "]" + ONE_LINE;

    /** Any lines: of the control characters only tab and line breaks, no lone surrogate. */
    public static final String LINES = "[\\t\\n\\r[^\\p{Cc}\\p{Cs}]]*";

    /** Whatever a database keeps as text: no U+0000, no lone surrogate. */
    public static final String STORABLE = "[^\\x00\\p{Cs}]*";

    private TextPatterns() {}

    /** Returns whether a text fits {@link #STORABLE}; nothing is kept under one that doesn't. */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                return false;
            }
            if (Character.isSurrogate(unit)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(unit, text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
