// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a text is made, it takes time and memory in proportion to its length, and little stack. */
class LinearTimeTest {
    private static final Duration LITTLE = Duration.ofSeconds(10);
    /** So many characters, and where time grows with their square it is far too much. */
    private static final int LENGTH = Boolean.getBoolean("portal.deep") ? 60_000 : 10_000;

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
                "*a **a ",
                "**",
                "_a __a ",
                "`a``",
                "<",
                "<a ",
                "<a b=\"",
                "<!--",
                "<div>\n",
                "<div><b>",
                "<b>",
                "<b><p>",
                "<a><p>",
                "<i a=1><b a=2><p>",
                "<p></",
                "<p>&amp;\n",
                "|",
                "|-",
                "a\n|-",
                "|a|b|\n|-|-|\n",
                "[^1]",
                "[^1]: a\n",
                "[^1]: [^1]\n",
                "[^a]: \n\n    ",
                "~~",
                "~~a ",
                "- [ ] a\n",
                "[^",
                "# a\n",
                "## a\n### b\n",
                "# a {#a}\n",
                "{#a",
                ":::video{src=\"x\"}\n",
                ":::video{",
                ":::\n",
                "::: a\n",
                "> [!NOTE]\n",
                "> [!NOTE]\n\n",
                "<script>",
                "<table>",
                "<table><td>",
                "<svg>",
                "<title>",
                "<pre>",
                "<select>",
                "<!--<a '",
                "<a '\"",
                "</b>",
                "<font>x</font>",
                "<li>",
                "<ruby><rt>",
                "<details><summary>",
                "<button>",
                "<form>",
                "<video>",
                "<img>",
                "&#",
                "\u0000",
                "\uD800",
                "<p id=a>",
                "<h1>"
            })
    void hostileTextTakesLittleTimeAndStack(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        for (String hostile : new String[] {text, "<div>" + text, "x" + text + "y", "> " + text}) {
            assertTimeoutPreemptively(LITTLE, () -> {
                String html = Renderer.standard()
                        .render(hostile, TextLinks.asWritten())
                        .html();
                assertThat(html.length()).isLessThan(200 * hostile.length());
                assertThat(HtmlCleaner.clean(hostile).length()).isLessThan(200 * hostile.length());
                Inspection.of(hostile);
            });
        }
    }

    @Test
    void tenThousandNestedQuotesAndBracketsKeepTheirText() {
        int deep = 10_000;
        for (String hostile : new String[] {
            "> ".repeat(deep) + "wort",
            "- ".repeat(deep) + "wort",
            "[".repeat(deep) + "wort" + "](a)".repeat(deep),
            "![".repeat(deep) + "wort" + "](a)".repeat(deep),
            "*".repeat(deep) + "wort" + "*".repeat(deep),
            "*a **a ".repeat(deep) + "wort" + " b** b*".repeat(deep),
            "<div>".repeat(deep) + "wort" + "</div>".repeat(deep),
            "<b>".repeat(deep) + "wort" + "</b>".repeat(deep),
            ":::video{src='x'}\n".repeat(deep) + "wort\n" + ":::\n".repeat(deep),
            "[^1] ".repeat(deep) + "wort\n\n[^1]: a"
        }) {
            assertTimeoutPreemptively(LITTLE, () -> {
                var rendered = Renderer.standard().render(hostile, TextLinks.asWritten());
                assertThat(rendered.html()).contains("wort");
                assertThat(rendered.plainText()).contains("wort");
                HostileTextsTest.isClean(rendered.html(), hostile.substring(0, 100));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "<a '\"", "<!--", "<svg></s"})
    void whatNeverEndsIsNotLookedForAgainAndAgain(String piece) {
        String text = "<div>" + piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(LITTLE, () -> RawHtml.contained(text));
    }

    @Test
    void aWideTableWithManyShortRowsIsEnded() {
        for (int columns : new int[] {100, 1_000, 5_000}) {
            String text = "|a".repeat(columns) + "|\n" + "|-".repeat(columns) + "|\n" + "a\n".repeat(20_000);
            assertTimeoutPreemptively(
                    LITTLE,
                    () -> assertThat(Renderer.standard()
                                    .render(text, TextLinks.asWritten())
                                    .html()
                                    .length())
                            .isLessThan(60 * text.length() + 2_000_000));
        }
        String wide = "|a|b|\n|-|-|\n" + "|a|b|\n".repeat(100_000);
        assertThat(BoundedMarkdown.of(wide)).isSameAs(wide);
    }

    @Test
    void aLongAddressThatIsUsedOftenIsWrittenOnlySoOften() {
        String text = "[a]: https://e.org/" + "x".repeat(50_000) + "\n\n" + "[a]\n".repeat(50_000);
        assertTimeoutPreemptively(
                LITTLE,
                () -> assertThat(Renderer.standard()
                                .render(text, TextLinks.asWritten())
                                .html()
                                .length())
                        .isLessThan(2_000_000));
    }

    @Test
    void whatIsNestedDeeperThanTheLimitIsReadAsText() {
        int limit = BoundedMarkdown.MAX_NESTING;
        assertThat(html("> ".repeat(limit / 2) + "a")).doesNotContain("&gt;");
        assertThat(html("> ".repeat(limit * 2) + "a")).contains("&gt; a");
        assertThat(html("<div>".repeat(CleanWriter.MAX_DEPTH * 2) + "a"))
                .contains("a")
                .satisfies(clean -> assertThat(clean.split("<div>", -1)).hasSize(CleanWriter.MAX_DEPTH + 1));
    }

    private static String html(String markdown) {
        return Renderer.standard().render(markdown, TextLinks.asWritten()).html();
    }
}
