// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.Locale;

/**
 * HTML that somebody wrote into a text, kept from swallowing what stands behind it: a tag, a comment or an element like
 * {@code <script>} that the same piece doesn't end is read as text.
 */
final class RawHtml {
    /** After so many that don't end, no other is looked for: what is so broken is text, in linear time. */
    private static final int BROKEN = 100;

    private final String html;
    private final StringBuilder out;
    private int broken;

    private RawHtml(String html) {
        this.html = html;
        out = new StringBuilder(html.length() + 16);
    }

    /** Returns HTML behind which a page goes on as before. */
    static String contained(String html) {
        RawHtml raw = new RawHtml(html);
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            raw.out.append(html, at, open < 0 ? html.length() : open);
            at = open < 0 ? html.length() : raw.markup(open);
        }
        return raw.out.toString();
    }

    /** Writes what begins with {@code <} here, and returns where it ends. */
    private int markup(int open) {
        if (broken >= BROKEN) {
            return text(open);
        }
        if (html.startsWith("<!", open) || html.startsWith("<?", open)) {
            return without(open, html.startsWith("<!--", open) ? comment(open) : html.indexOf('>', open) + 1);
        }
        int name = html.startsWith("</", open) ? open + 2 : open + 1;
        if (name >= html.length() || !isLetter(html.charAt(name))) {
            broken--; // it begins nothing that could end
            return text(open);
        }
        int end = Tags.end(html, name);
        if (end < 0) {
            return text(open);
        }
        String element = nameAt(name);
        if (!AllowList.SWALLOWING.contains(element)) {
            out.append(html, open, end);
            return end;
        }
        int close = name == open + 1 ? closing(element, end) : end;
        return close < 0 ? text(open) : close;
    }

    private int text(int open) {
        broken++;
        out.append("&lt;");
        return open + 1;
    }

    /** Leaves out what ends here; what never ends is text. */
    private int without(int open, int end) {
        return end <= 0 ? text(open) : end;
    }

    private int comment(int open) {
        int end = html.indexOf("-->", open + 2); // <!--> is a comment too
        return end < 0 ? 0 : end + 3;
    }

    /** Returns the end of the tag that closes the element; -1 when there is none. */
    private int closing(String element, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (nameAt(at + 2).equals(element)) {
                int end = html.indexOf('>', at);
                return end < 0 ? -1 : end + 1;
            }
        }
        return -1;
    }

    private String nameAt(int start) {
        int end = start;
        while (end < html.length() && end - start < 20 && " \t\n\r\f/>".indexOf(html.charAt(end)) < 0) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
