// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.rendering.model.ContentsEntry;
import dev.portalblocks.rendering.model.Rendered;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written, only what is on the list comes out, as another parser reads it, and cleaning it changes nothing. */
class HostileTextsTest {
    private static final long SEED = Long.getLong("portal.seed", 20261123L);
    private static final Duration BUDGET = Duration.ofSeconds(Boolean.getBoolean("portal.deep") ? 120 : 4);

    static Stream<String> html() {
        return Hostile.HTML.stream();
    }

    static Stream<String> markdown() {
        return Stream.concat(Hostile.MARKDOWN.stream(), Hostile.HTML.stream());
    }

    @ParameterizedTest
    @MethodSource("html")
    void cleanHtmlHasOnlyWhatIsAllowed(String html) {
        isClean(HtmlCleaner.clean(html), html);
    }

    @ParameterizedTest
    @MethodSource("markdown")
    void aRenderedTextHasOnlyWhatIsAllowed(String markdown) {
        isRendered(markdown);
        isRendered("> - a " + markdown.replace("\n", "\n>   ") + "\n\n# Danach");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "script",
                "style",
                "title",
                "textarea",
                "xmp",
                "iframe",
                "noembed",
                "noframes",
                "noscript",
                "template",
                "select",
                "svg",
                "math",
                "object",
                "applet"
            })
    void whatNobodyWasMeantToReadGoesAsAWhole(String element) {
        assertThat(HtmlCleaner.clean("a<" + element + ">weg</" + element + ">b"))
                .isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre>\n\na</pre>",
                "<pre>\n\n<b>\n</b></pre>",
                "<p>a &amp; b &lt;i&gt; \"c\"</p>",
                "<p title=\"a &quot;b&quot; &amp;amp;\">a</p>",
                "<table><tbody><tr><td>a</td></tr></tbody></table>",
                "<a href=\"bilder/gr\u00FCn.png#x\">a</a>",
                "<details open=\"\"><summary>a</summary>b</details>"
            })
    void whatIsCleanStaysAsItIs(String html) {
        assertThat(HtmlCleaner.clean(html)).isEqualTo(html);
    }

    /** Wherever it stands: browsers leave some of them out when they read an address. */
    @Test
    void noControlCharacterHidesAScheme() {
        String address = "javascript:alert(1)";
        for (int c = 0; c <= ' '; c++) {
            for (int at = 0; at <= address.indexOf(':') + 1; at++) {
                String hidden = address.substring(0, at) + (char) c + address.substring(at);
                for (String html : List.of(
                        "<a href=\"" + hidden + "\">a</a>",
                        "<img src=\"" + hidden + "\">",
                        "<video poster=\"" + hidden + "\" src=\"x\"></video>",
                        "<q cite=\"" + hidden.replace(String.valueOf((char) c), "&#" + c + ";") + "\">a</q>")) {
                    isClean(HtmlCleaner.clean(html), html);
                }
                isRendered("[a](<" + hidden + ">) ![a](<" + hidden + ">)");
            }
        }
    }

    @Test
    void whatBecomesOfThemAtRandomHasOnlyWhatIsAllowed() {
        long fresh = System.nanoTime();
        long texts = mutated(SEED, BUDGET.dividedBy(2)) + mutated(fresh, BUDGET.dividedBy(2));
        System.out.printf("Hostile texts: %d from the seeds %d and %d%n", texts, SEED, fresh);
    }

    /** For this long, and a slow machine until there are enough. */
    private static long mutated(long seed, Duration budget) {
        Random random = new Random(seed);
        List<String> all = markdown().toList();
        long texts = 0;
        for (long end = System.nanoTime() + budget.toNanos(); System.nanoTime() < end || texts < 300; texts += 3) {
            String html = Mutations.mutated(Hostile.HTML, random);
            isClean(HtmlCleaner.clean(html), html);
            isRendered(Mutations.mutated(all, random));
            String pieces = Mutations.piecemeal(random);
            isClean(HtmlCleaner.clean(pieces), pieces);
            isRendered(pieces);
        }
        return texts;
    }

    static void isRendered(String markdown) {
        Rendered rendered = Renderer.standard().render(markdown, TextLinks.asWritten());
        isClean(rendered.html(), markdown);
        assertThat(rendered.contents())
                .extracting(ContentsEntry::anchor)
                .as(markdown)
                .doesNotHaveDuplicates()
                .allSatisfy(anchor -> assertThat(rendered.html()).contains("id=\"" + anchor + "\""));
    }

    static void isClean(String html, String from) {
        assertThat(Reparsed.of(html).complaints())
                .as("%s became %s", from, html)
                .isEmpty();
        assertThat(HtmlCleaner.clean(html)).as(from).isEqualTo(html);
    }
}
