// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The readable text of raw HTML, for a search only: what it gives is never put out as HTML. */
final class HtmlText {
    private static final Set<String> UNREAD = Set.of("script", "style");
    private static final Set<String> WITHIN_WORDS = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "code", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small",
            "span", "strong", "sub", "sup", "u", "var", "wbr");
    private static final Pattern ALTERNATIVE =
            Pattern.compile("\\salt\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')", Pattern.CASE_INSENSITIVE);

    private final String html;
    private final StringBuilder out = new StringBuilder();

    private HtmlText(String html) {
        this.html = html;
    }

    /** Returns the text, with a new line at each tag that is not inside a line. */
    static String of(String html) {
        HtmlText text = new HtmlText(html);
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int end = open < 0 ? html.length() : open;
            text.out.append(html, at, end);
            at = open < 0 ? end : text.markup(open);
        }
        return decoded(text.out.toString());
    }

    /** Reads what begins with {@code <} here, and returns where the text goes on: always further on. */
    private int markup(int open) {
        if (html.startsWith("<!--", open)) {
            return after("-->", open + 2); // <!--> is a comment too
        }
        if (html.startsWith("<![CDATA[", open)) {
            return after("]]>", open);
        }
        if (html.startsWith("<!", open) || html.startsWith("<?", open)) {
            return after(">", open);
        }
        String name = nameAt(html.startsWith("</", open) ? open + 2 : open + 1);
        if (name.isEmpty()) {
            out.append('<');
            return open + 1;
        }
        int tagEnd = Tags.end(html, open);
        int end = tagEnd < 0 ? html.length() : tagEnd;
        if (!WITHIN_WORDS.contains(name) && (out.isEmpty() || out.charAt(out.length() - 1) != '\n')) {
            out.append('\n');
        }
        if (name.equals("img")) {
            Matcher alternative = ALTERNATIVE.matcher(html).region(open, end);
            if (alternative.find()) {
                out.append(alternative.group(1) == null ? alternative.group(2) : alternative.group(1));
            }
        }
        return UNREAD.contains(name) && html.charAt(open + 1) != '/' ? closing(name, end) : end;
    }

    private int after(String end, int from) {
        int found = html.indexOf(end, from);
        return found < 0 ? html.length() : found + end.length();
    }

    private int closing(String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (html.regionMatches(true, at + 2, name, 0, name.length())) {
                return at;
            }
        }
        return html.length();
    }

    private String nameAt(int start) {
        int end = start;
        while (end < html.length() && end - start < 20 && isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        boolean letter = end > start && !Character.isDigit(html.charAt(start));
        return letter ? html.substring(start, end).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isLetterOrDigit(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }

    /** Decodes entities with the Markdown parser's own table, by making everything else in the text literal. */
    private static String decoded(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        Parser parser = Parser.builder().enabledBlockTypes(Set.of()).build();
        StringBuilder decoded = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            Node paragraph = parser.parse(line.replaceAll("[!-%'-/:-@\\[-`{-~&&[^;#]]", "\\\\$0"))
                    .getFirstChild();
            Node node = paragraph == null ? null : paragraph.getFirstChild();
            for (; node != null; node = node.getNext()) {
                decoded.append(node instanceof Text part ? part.getLiteral() : "");
            }
            decoded.append('\n');
        }
        return decoded.toString();
    }
}
