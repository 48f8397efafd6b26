// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

/** Text that stands on one line: a title, a tag, a reason. */
final class OneLine {
    private OneLine() {}

    /** Returns the text with each run of white space and control characters as one space, and no lone surrogates. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), 1_000));
        text.codePoints().forEach(c -> {
            if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
                line.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }

    /** Returns at most {@code max} characters of the text, and no half of a character at its end. */
    static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end).strip();
    }
}
