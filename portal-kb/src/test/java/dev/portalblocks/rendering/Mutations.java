// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** What becomes of texts, and of the pieces that they are made of, at random. */
final class Mutations {
    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</",
            "/>",
            "\"",
            "'",
            "`",
            "=",
            " ",
            "\n",
            "\t",
            "\f",
            "\r",
            "\0",
            "&",
            ";",
            "&#",
            "&#x3c;",
            "&colon;",
            "<!--",
            "-->",
            "--!>",
            "<![CDATA[",
            "]]>",
            "<?",
            "<svg>",
            "</svg>",
            "<math>",
            "<mtext>",
            "<style>",
            "</style>",
            "<script>",
            "</script>",
            "<noscript>",
            "</noscript>",
            "<template>",
            "<title>",
            "</title>",
            "<textarea>",
            "<table>",
            "<td>",
            "<tr>",
            "</table>",
            "<form>",
            "<select>",
            "<option>",
            "<p>",
            "</p>",
            "<b>",
            "<a href=",
            "<a>",
            "<pre>",
            "<br>",
            "<li>",
            "<ul>",
            "<ruby><rt>",
            "<details>",
            "<summary>",
            "<caption>",
            "<colgroup>",
            "<col>",
            "<h1>",
            "<button>",
            "<img src=x ",
            "onerror=alert(1)",
            "javascript:",
            "data:",
            "href",
            "src",
            "title=",
            "style=",
            "xlink:href=",
            "[a](",
            ")",
            "![",
            "]",
            "[^1]",
            "[^1]: ",
            ":::video{src=\"",
            "\"}",
            "\n:::\n",
            "> [!NOTE]\n> ",
            "# ",
            "\n\n",
            "|",
            "\n|-|-|\n",
            "```",
            "~~",
            "{#",
            "}",
            "- [x] ",
            "\uD800",
            "\u00A0",
            "\u202E",
            "\u212A");

    private Mutations() {}

    /** Returns one of the texts with a few of its pieces doubled, left out, moved, or put into another. */
    static String mutated(List<String> texts, Random random) {
        StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(at, texts.get(random.nextInt(texts.size())));
                case 3 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }

    /** Returns pieces in any order. */
    static String piecemeal(Random random) {
        return random.ints(1 + random.nextInt(30), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }
}
