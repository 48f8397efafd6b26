// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.portalblocks.rendering.BoundedMarkdown;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
    @Test
    void aTextIsReadAsAPersonReadsIt() {
        var text = MarkdownText.of("""
                # Zähler *ablesen*

                Den `Stand` im [Portal](https://example.org/p "Titel")
                melden.\\
                Danke ![ein Zähler](z.png "x").

                Zweite
                ---

                - eins
                - **zwei**

                > Zitat

                ```java
                int a = 1;

                return a;
                ```

                [ref]: https://example.org/ref
                """);
        assertThat(text.headings()).containsExactly("Zähler ablesen", "Zweite");
        assertThat(text.plain()).isEqualTo("""
                        Zähler ablesen
                        Den Stand im Portal melden.
                        Danke ein Zähler.
                        Zweite
                        eins
                        zwei
                        Zitat
                        int a = 1;

                        return a;""");
    }

    @Test
    void aTablesRowsAreLinesWithoutItsRuling() {
        assertThat(MarkdownText.of("| Tarif | Preis |\n|:---|---:|\n| Öko | `1\\|2` |\n| Fix | [x](y) |\n")
                        .plain())
                .isEqualTo("  Tarif   Preis\n  Öko   1|2\n  Fix   x".strip());
        assertThat(MarkdownText.of("a | b\n").plain()).isEqualTo("a | b");
    }

    @ParameterizedTest
    @CsvSource({
        "<p>Hallo <b>W</b>elt</p>,Hallo Welt",
        "a <span class=\"x\">b</span> c,a b c",
        "<div>M&uuml;ller &amp; S&#246;hne *</div>,Müller & Söhne *",
        "x <!-- weg --> y,x  y",
        "<!-- weg -->,''",
        "<script>weg()</script>,''",
        "<style>weg</style>,''",
        "<div><script>weg</script>da</div>,da",
        "<img src=\"weg.png\" alt='ein Bild'>,ein Bild",
        "<td>a</td><td>b</td>,'a\nb'",
        "a<br>b,'a\nb'",
        "<div title=\"a > b\">c</div>,c",
        "<div>1 < 2</div>,1 < 2",
        "<!DOCTYPE x><p>a</p>,a"
    })
    void htmlGivesItsTextAlone(String html, String plain) {
        assertThat(MarkdownText.of(html).plain()).isEqualTo(plain);
    }

    @Test
    void directivesAreDroppedButNotFromCode() {
        assertThat(MarkdownText.of("::: zone pivot=\"a\"\nText\n:::\n\n::: x **b**\n\n```\n::: code\n```\n")
                        .plain())
                .isEqualTo("Text\n::: code");
        assertThat(MarkdownText.of("> [!NOTE]\n> Text [!NOTE]\n\n[!NOTE]").plain())
                .isEqualTo("Text [!NOTE]\n[!NOTE]");
    }

    @Test
    void headingsAreOneLineAndNeverBlank() {
        assertThat(MarkdownText.of("#\n\n# <!-- x -->\n\na\nb\n===\n\n> ## c\n\n::: d\n===")
                        .headings())
                .containsExactly("a b", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " ", "<!--", "```", "[a]: b"})
    void littleGivesNothing(String text) {
        assertThat(MarkdownText.of(text).plain()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "* a\n",
                "1. ",
                "[",
                "![",
                "![[]()`]]`",
                "[a](",
                "[a](b \"c",
                "*a **a ",
                "**",
                "*",
                "_a __a ",
                "`a``",
                "<",
                "<a ",
                "<a b=\"",
                "<!--",
                "<div>\n",
                "<div><b>",
                "<script>\n",
                "<p></",
                "<p>&amp;\n",
                "&amp;",
                "\\",
                "|",
                "|-",
                "a\n|-",
                "[a]: b\n",
                "[a][b]",
                "# a\n",
                "```\n",
                "a\n=\n",
                "::: a\n",
                ":::",
                "\t",
                "<img alt=\"",
                "<img alt ",
                "<p alt='\n",
                "<p>]]>",
                "\u0000",
                "\uD800",
                "> - 1. "
            })
    void hostileTextTakesLittleTimeAndStack(String piece) {
        var text = piece.repeat(60_000 / piece.length());
        for (var hostile : new String[] {text, "<div>" + text, "x" + text + "y"}) {
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MarkdownText.of(hostile));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"![[]()", "[[]()"})
    void linksInsideOpenBracketsTakeLittleTime(String piece) {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> MarkdownText.of(piece.repeat(150_000)));
    }

    @Test
    void tenThousandNestedQuotesAndBracketsKeepTheirText() {
        int deep = 10_000;
        for (var hostile : new String[] {
            "> ".repeat(deep) + "wort",
            "- ".repeat(deep) + "wort",
            "[".repeat(deep) + "wort" + "](a)".repeat(deep),
            "*".repeat(deep) + "wort" + "*".repeat(deep),
            "*a **a ".repeat(deep) + "wort" + " b** b*".repeat(deep)
        }) {
            assertThat(MarkdownText.of(hostile).plain()).contains("wort");
        }
    }

    @Test
    void whatIsNestedDeeperThanTheLimitIsReadAsText() {
        int limit = BoundedMarkdown.MAX_NESTING;
        assertThat(MarkdownText.of("> ".repeat(limit / 2) + "a").plain()).isEqualTo("a");
        assertThat(MarkdownText.of("> ".repeat(limit * 2) + "a").plain()).endsWith("> > a");
        assertThat(MarkdownText.of("*a ".repeat(limit / 2) + " a*".repeat(limit / 2))
                        .plain())
                .doesNotContain("*");
        assertThat(MarkdownText.of("*a ".repeat(limit * 2) + " a*".repeat(limit * 2))
                        .plain())
                .contains("*");
    }

    @Test
    void noTextBreaksIt() {
        var seed = Long.getLong("portal.seed", 20260102L);
        var random = new Random(seed);
        var pieces = new String[] {
            "a",
            " ",
            "\n",
            "\n\n",
            "# ",
            "> ",
            "- ",
            "1. ",
            "[",
            "]",
            "(",
            ")",
            "![",
            "`",
            "```",
            "*",
            "**",
            "_",
            "<",
            ">",
            "<!--",
            "-->",
            "</",
            "<b>",
            "<script>",
            "&amp;",
            "&#0;",
            "|",
            "|-|",
            "---",
            "===",
            ":::",
            "\\",
            "\t",
            "    ",
            "😀",
            "\uD800",
            "\u0000",
            "[a]: b",
            "<img alt=",
            "\"",
            "'",
            "]]>",
            "<![CDATA["
        };
        for (int run = 0; run < 5_000; run++) {
            var text = random.ints(1 + random.nextInt(40), 0, pieces.length)
                    .mapToObj(i -> pieces[i])
                    .collect(Collectors.joining());
            assertThat(MarkdownText.of(text).headings())
                    .as("seed %s: %s", seed, text)
                    .noneMatch(String::isBlank);
        }
    }
}
