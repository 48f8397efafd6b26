// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portalblocks.core.model.PortalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolvedMarkdownTest {
    private static final String CORPORA = System.getenv().getOrDefault("PORTAL_CORPORA", "");

    /** Each thing has an address of the web, with what Markdown and HTML have marks for. */
    private static final TextLinks ADDRESSES = target -> Optional.of("https://hilfe.example/" + target.type() + "/("
            + target.id().replaceAll("[^A-Za-z0-9/.]", "_") + ")?a=1&amp;b=2");

    private static final TextLinks NONE = target -> Optional.empty();

    private static String resolved(String markdown) {
        return ResolvedMarkdown.of(markdown, target -> switch (target.type()) {
            case ARTICLE ->
                target.id().equals("gone") ? Optional.empty() : Optional.of("https://h.example/" + target.id());
            case PATH -> target.id().endsWith(".md") ? Optional.empty() : Optional.of("bilder/" + target.id());
            default -> Optional.of("datei (1).png");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "[Hagel](article:7) hier             | [Hagel](https://h.example/7) hier",
                "[Hagel](article:gone) hier          | Hagel hier",
                "[*Ha*gel](article:7 \"Mehr\")       | [*Ha*gel](https://h.example/7 \"Mehr\")",
                "![Plan](plan.png)                   | ![Plan](bilder/plan.png)",
                "![Plan](asset:7)                    | ![Plan](<datei%20(1).png>)",
                "![Plan](plan.md)                    | Plan",
                "[![Plan](plan.png)](article:7)      | [![Plan](bilder/plan.png)](https://h.example/7)",
                "[![Plan](plan.png)](article:gone)   | ![Plan](bilder/plan.png)",
                "<article:7>                         | [article:7](https://h.example/7)",
                "[a](https://x.example) [b](#c)      | [a](https://x.example) [b](#c)",
                "`[Hagel](article:7)`                | `[Hagel](article:7)`",
                "\\[Hagel](article:7)                | \\[Hagel](article:7)",
                "[](article:7)                       | [](https://h.example/7)",
                "[# 1](article:gone)                 | \\# 1",
                "[1. Mai](article:gone)              | 1\\. Mai",
                "Am [1. Mai](article:gone)           | Am 1. Mai",
                "<a href='article:7'>Hagel</a>       | <a href=\"https://h.example/7\">Hagel</a>",
                "<img alt=\"x\" src=plan.png>        | <img alt=\"x\" src=\"bilder/plan.png\">",
                "<a href='article:gone'>Hagel</a>    | <a >Hagel</a>",
                ":::video{src=\"asset:7\" title=\"Ab\"} | :::video{src=\"datei%20(1).png\" title=\"Ab\"}",
            })
    void whatATextRefersToLeadsWhereItIs(String markdown, String expected) {
        assertThat(resolved(markdown)).isEqualTo(expected);
    }

    @Test
    void codeStaysAsItIsWritten() {
        String code = "```\n[Hagel](article:7)\n```\n\n    ![Plan](plan.png)\n\n~~~\n<img src='plan.png'>\n~~~\n";
        assertThat(resolved(code)).isEqualTo(code);
    }

    @Test
    void aReferenceIsWrittenOut() {
        assertThat(resolved("[Hagel][h], [h], [h][]\n\n[h]: article:7 'Mehr \"davon\"'\n"))
                .isEqualTo("""
                        [Hagel](https://h.example/7 "Mehr &quot;davon&quot;"), [h](https://h.example/7 "Mehr &quot;davon&quot;"), \
                        [h](https://h.example/7 "Mehr &quot;davon&quot;")

                        [h]: article:7 'Mehr "davon"'
                        """);
    }

    @Test
    void linksInQuotationsListsTablesAndFootnotesAreFound() {
        String text = """
                > - [a
                >   b](article:7)
                >   <img
                >   src="plan.png">

                | x | y |
                |---|---|
                | ![y z](plan.png) | ![y \\| z](plan.png) |

                Wort[^1]

                [^1]: [c](article:7)
                """;
        assertThat(resolved(text)).isEqualTo("""
                > - [a
                >   b](https://h.example/7)
                >   <img
                >   src="bilder/plan.png">

                | x | y |
                |---|---|
                | ![y z](bilder/plan.png) | ![y \\| z](plan.png) |

                Wort[^1]

                [^1]: [c](https://h.example/7)
                """);
    }

    @Test
    void whatStandsBehindABarInACellIsNotBroken() {
        String table = "| a | b |\n|---|---|\n| \\| [x\\]](article:7) | y |\n";
        assertThat(resolved(table)).isEqualTo(table);
    }

    @Test
    void anUnsafeAddressIsNone() {
        assertThat(ResolvedMarkdown.of("[a](article:7)", target -> Optional.of("javascript:alert(1)")))
                .isEqualTo("a");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> ResolvedMarkdown.of("a".repeat(Renderer.MAX_LENGTH + 1), NONE))
                .isInstanceOfSatisfying(
                        PortalException.LimitExceeded.class,
                        refused -> assertThat(refused.code()).isEqualTo("text.too-long"));
    }

    /** Rendered, a resolved text is what the text is when it is rendered with the same addresses. */
    private static void saysTheSame(String markdown) {
        String resolved = ResolvedMarkdown.of(markdown, ADDRESSES);
        assertThat(html(resolved, NONE)).as("%s%n-->%n%s", markdown, resolved).isEqualTo(html(markdown, ADDRESSES));
    }

    private static String html(String markdown, TextLinks links) {
        return Renderer.standard()
                .render(markdown, links)
                .html()
                .replaceAll("\\s+", " "); // a title is one line afterwards
    }

    @Test
    void theExamplesOfTheSpecificationSayTheSame() {
        List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
        assertThat(examples)
                .hasSizeGreaterThan(600)
                .filteredOn(
                        example -> !example.getSource().matches("(?s)<a href=\"[^\"]*\n.*")) // no address has two lines
                .allSatisfy(example -> saysTheSame(example.getSource()));
    }

    @Test
    void hostileTextsSayTheSame() {
        assertThat(Stream.concat(Hostile.MARKDOWN.stream(), Hostile.HTML.stream()))
                .filteredOn(text -> !text.contains("<style>")) // what never ends is left as it is
                .allSatisfy(ResolvedMarkdownTest::saysTheSame);
    }

    @Test
    void everyFileOfARealTreeSaysTheSame() throws IOException {
        assumeTrue(!CORPORA.isEmpty(), "PORTAL_CORPORA names the folder with powershell-docs");
        List<Path> files;
        try (Stream<Path> tree = Files.walk(Path.of(CORPORA, "powershell-docs"))) {
            files = tree.filter(file -> file.toString().endsWith(".md")).toList();
        }
        for (int i = 0; i < files.size(); i += Boolean.getBoolean("portal.deep") ? 1 : 10) {
            saysTheSame(new String(Files.readAllBytes(files.get(i)), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](article:7) ",
                "<img src='a.png'>\n",
                "[",
                "![",
                "> [a](article:7)\n",
                "[a\n",
                "[# a](article:7)"
            })
    void itTakesLinearTime(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(20), () -> ResolvedMarkdown.of(text, ADDRESSES));
        org.junit.jupiter.api.Assertions.assertTimeout(Duration.ofSeconds(20), () -> ResolvedMarkdown.of(text, NONE));
    }

    @Test
    void anyTextIsResolved() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String text = Mutations.mutated(Hostile.MARKDOWN, random);
            assertThat(ResolvedMarkdown.of(text, ADDRESSES)).isNotNull();
            assertThat(ResolvedMarkdown.of(text, NONE)).isNotNull();
        }
    }
}
