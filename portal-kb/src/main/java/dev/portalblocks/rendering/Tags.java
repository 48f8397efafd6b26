// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

/** Where the tags of raw HTML end. */
final class Tags {
    private Tags() {}

    /** Returns the place behind the tag that this one is in; {@code >} inside quotes does not end it. -1 where nothing does. */
    static int end(String html, int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return -1;
    }
}
