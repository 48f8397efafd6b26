// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

/** Text in the making: no blank lines between blocks, no spaces at the end of a line. */
final class Lines {
    private final StringBuilder text = new StringBuilder();

    void add(String more) {
        text.append(more);
    }

    void space() {
        if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
    }

    void newLine() {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        text.setLength(end);
        if (end > 0) {
            text.append('\n');
        }
    }

    int length() {
        return text.length();
    }

    String since(int start) {
        return text.substring(Math.min(start, text.length()));
    }

    /** Returns how many characters stand before the text. */
    int indent() {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    String text() {
        return text.toString().strip();
    }
}
