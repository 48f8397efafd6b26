// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A file's text in its two parts.
 *
 * @param fields the front matter's values by key in lower case; empty when there is no front matter
 * @param body what follows the front matter
 * @param bodyLine the line of the file, from 1, that the body begins on
 */
record FrontMatter(Map<String, Node> fields, String body, int bodyLine) {
    private static final String FENCE = "---";

    /**
     * Parts the text. Front matter begins with {@code ---} as the very first line and ends with the next line that is
     * {@code ---} or {@code ...}; without such an end the first line is a thematic break, and all is body.
     *
     * @throws Refused when the front matter is no YAML, no mapping, or has more characters than this
     */
    static FrontMatter of(String text, int maxLength) throws Refused {
        int start = text.indexOf('\n') + 1;
        if (start == 0 || !text.substring(0, start).stripTrailing().equals(FENCE)) {
            return new FrontMatter(Map.of(), text, 1);
        }
        int bodyLine = 3;
        for (int at = start; at < text.length(); bodyLine++) {
            int lineEnd = text.indexOf('\n', at);
            int next = lineEnd < 0 ? text.length() : lineEnd + 1;
            if (closes(text, at, next)) {
                return new FrontMatter(
                        Yaml.fields(text.substring(start, at), maxLength), text.substring(next), bodyLine);
            }
            at = next;
        }
        return new FrontMatter(Map.of(), text, 1);
    }

    private static boolean closes(String text, int from, int to) {
        if (!text.startsWith(FENCE, from) && !text.startsWith("...", from)) {
            return false;
        }
        return text.substring(from + 3, to).isBlank();
    }
}
