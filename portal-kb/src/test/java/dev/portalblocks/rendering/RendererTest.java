// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.rendering.model.ContentsEntry;
import dev.portalblocks.rendering.model.LinkTarget;
import dev.portalblocks.rendering.model.Rendered;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RendererTest {
    private static final TextLinks LINKS = target -> target.type() == LinkTarget.Type.PATH
            ? Optional.of("/a/" + target.destination())
            : target.id().equals("weg") ? Optional.empty() : Optional.of("/" + target.type() + "/" + target.id());

    @Test
    void aTableHasItsHeadAndTheSidesOfItsColumns() {
        assertThat(html("| Tarif | Preis |\n|:--|--:|\n| Öko | ~~10~~ 9 |\n")).isEqualTo("""
                        <table>
                        <thead>
                        <tr>
                        <th align="left">Tarif</th>
                        <th align="right">Preis</th>
                        </tr>
                        </thead>
                        <tbody>
                        <tr>
                        <td align="left">Öko</td>
                        <td align="right"><del>10</del> 9</td>
                        </tr>
                        </tbody>
                        </table>
                        """);
    }

    @Test
    void tasksAreBoxesThatNobodyTicks() {
        assertThat(html("- [ ] offen\n- [x] erledigt\n")).isEqualTo("""
                        <ul>
                        <li><input type="checkbox" disabled=""> offen</li>
                        <li><input type="checkbox" checked="" disabled=""> erledigt</li>
                        </ul>
                        """);
    }

    @Test
    void aFootnoteIsNumberedByItsFirstPlaceAndLeadsBackToEach() {
        assertThat(
                        html(
                                "Eins[^z], zwei[^a] und noch einmal[^z].\n\n[^a]: Alpha\n[^z]: Zett[^b]\n[^b]: Beta\n[^nie]: Nie\n"))
                .isEqualTo("<p>Eins" + note(1, "") + ", zwei" + note(2, "") + " und noch einmal" + note(1, "-2")
                        + ".</p>\n<section class=\"footnotes\"><ol>"
                        + "<li id=\"fn:1\">\n<p>Zett" + note(3, "") + "</p>\n" + back("1") + back("1-2") + "</li>\n"
                        + "<li id=\"fn:2\">\n<p>Alpha</p>\n" + back("2") + "</li>\n"
                        + "<li id=\"fn:3\">\n<p>Beta</p>\n" + back("3") + "</li>\n</ol></section>\n");
    }

    @Test
    void aFootnoteThatNothingRefersToIsNeitherShownNorRead() {
        Rendered rendered = Renderer.standard()
                .render("a[^1]\n\n[^1]: eins[^2]\n[^2]: zwei\n[^3]: drei[^4]\n[^4]: # vier[^3]\n", LINKS);

        assertThat(rendered.html()).contains("eins", "zwei").doesNotContain("drei", "vier");
        assertThat(rendered.plainText()).isEqualTo("a\neins\nzwei");
    }

    private static String note(int number, String time) {
        return "<sup class=\"footnote-ref\"><a href=\"#fn:" + number + "\" id=\"fnref:" + number + time + "\">" + number
                + "</a></sup>";
    }

    private static String back(String place) {
        return "<a href=\"#fnref:" + place + "\" class=\"footnote-backref\">\u21A9</a>";
    }

    @ParameterizedTest
    @CsvSource({
        "NOTE, note",
        "note, note",
        "HINWEIS, note",
        "TIP, tip",
        "TIPP, tip",
        "IMPORTANT, important",
        "WICHTIG, important",
        "WARNING, warning",
        "WARNUNG, warning",
        "CAUTION, caution",
        "VORSICHT, caution",
        "ACHTUNG, caution"
    })
    void aCalloutSaysItsKindAndNoWord(String mark, String kind) {
        assertThat(html("> [!" + mark + "]\n> Bitte *lesen*.\n"))
                .isEqualTo("<div class=\"callout callout-" + kind + "\" data-callout=\"" + kind
                        + "\" role=\"note\">\n<p>Bitte <em>lesen</em>.</p>\n</div>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> [!NOTIZ]\n> a", "> a [!NOTE]", "> [!NOTE] a", "[!NOTE]\na", "> `[!NOTE]`\n> a"})
    void otherQuotationsAreNoCallouts(String markdown) {
        assertThat(html(markdown)).doesNotContain("callout");
    }

    @Test
    void aVideoHasCaptionsAndItsTranscriptIsReadAndFound() {
        Rendered rendered =
                Renderer.builder().transcriptLabel("Mitschrift").build().render("""
                :::video{src="asset:7" captions='t.vtt' lang="de" title="Zähler" poster="p.png"}
                ## Ablesen

                Erst *hinsehen*.
                :::

                Danach.
                """, LINKS);

        assertThat(rendered.html()).isEqualTo("""
                <figure class="media"><video src="/ASSET/7" preload="metadata" title="Zähler" poster="/a/p.png" controls="">\
                <track kind="captions" src="/a/t.vtt" srclang="de" default=""></video><figcaption>Zähler</figcaption>
                <details class="transcript"><summary>Mitschrift</summary>
                <h2 id="ablesen">Ablesen</h2>
                <p>Erst <em>hinsehen</em>.</p>
                </details>
                </figure>
                <p>Danach.</p>
                """);
        assertThat(rendered.plainText()).isEqualTo("Zähler\nAblesen\nErst hinsehen.\nDanach.");
    }

    @Test
    void aSoundThatIsGoneLeavesItsWords() {
        assertThat(html(":::audio{src=\"asset:weg\" title=\"Ansage\"}\nGuten Tag.\n:::\n"))
                .isEqualTo("<figure class=\"media\"><figcaption>Ansage</figcaption>\n<details class=\"transcript\">"
                        + "<summary>Ansage</summary>\n<p>Guten Tag.</p>\n</details>\n</figure>\n");
    }

    @Test
    void aContainerInATranscriptHasItsOwnEnd() {
        assertThat(html(":::video{src=\"v\"}\n::: zone\na\n:::\nb\n:::\nc\n"))
                .endsWith("<p>a\nb</p>\n</details>\n</figure>\n<p>c</p>\n");
    }

    @Test
    void whatATextRefersToIsAskedForAndItsWordsStayWhenItIsGone() {
        assertThat(html("[a](article:1#x) [b](article:weg) [c](faq:2) [d](plan.pdf) ![e](asset:3) ![f](asset:weg)"))
                .isEqualTo("<p><a href=\"/ARTICLE/1\">a</a> b <a href=\"/FAQ/2\">c</a> <a href=\"/a/plan.pdf\">d</a> "
                        + "<img src=\"/ASSET/3\" alt=\"e\"> f</p>\n");
        assertThat(html("<a href='article:weg'>b</a> <img alt=f src='asset:3'>"))
                .isEqualTo("<p>b <img alt=\"f\" src=\"/ASSET/3\"></p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "JaVa\tScript:x", " vbscript:x", "file:///etc"})
    void anAddressThatTheHostGivesIsCheckedToo(String address) {
        assertThat(Renderer.standard()
                        .render("[a](article:1) ![b](asset:1)", target -> Optional.of(address))
                        .html())
                .isEqualTo("<p>a b</p>\n");
    }

    @Test
    void linksOfTheWebAndWithinTheTextAskNobody() {
        assertThat(Renderer.standard()
                        .render("[a](https://e.org) [b](#c) <mailto:x@e.org> [d](tel:+49) [e](//e.org/x)", target -> {
                            throw new AssertionError(target);
                        })
                        .html())
                .isEqualTo("<p><a href=\"https://e.org\">a</a> <a href=\"#c\">b</a> "
                        + "<a href=\"mailto:x@e.org\">mailto:x@e.org</a> <a href=\"tel:+49\">d</a> "
                        + "<a href=\"https://e.org/x\">e</a></p>\n");
    }

    @Test
    void theTableOfContentsIsATreeOfWhatIsInThePage() {
        Rendered rendered = Renderer.standard().render("# Strom {#s}\n\n### Kosten\n\n# Gas\n\n## Kosten\n", LINKS);

        assertThat(rendered.contents())
                .containsExactly(
                        new ContentsEntry("Strom", 1, 0, "s"),
                        new ContentsEntry("Kosten", 3, 1, "s-kosten"),
                        new ContentsEntry("Gas", 1, 0, "gas"),
                        new ContentsEntry("Kosten", 2, 1, "gas-kosten"));
        assertThat(rendered.html()).isEqualTo("""
                        <h1 id="s"><a id="strom"></a>Strom</h1>
                        <h3 id="s-kosten"><a id="kosten"></a>Kosten</h3>
                        <h1 id="gas">Gas</h1>
                        <h2 id="gas-kosten">Kosten</h2>
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "<b onclick=x>a</b>, <b>a</b>",
        "<kbd>Strg</kbd>, <kbd>Strg</kbd>",
        "use <title> here, use &lt;title&gt; here",
        "a <script> b, a &lt;script&gt; b",
        "a <!-- weg --> b, a  b",
        "<font color=red>rot</font>, rot"
    })
    void rawHtmlIsCleanedAndSwallowsNothing(String markdown, String inside) {
        assertThat(html("x " + markdown + "\n\ny")).isEqualTo("<p>x " + inside + "</p>\n<p>y</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- x", "<div title=\"", "<script>", "<style>x", "<div><textarea>", "<select><option>"})
    void aPieceOfHtmlThatNeverEndsEndsWithItsBlock(String html) {
        assertThat(html("> " + html + "\n\n# Danach\n")).contains("<h1 id=\"danach\">Danach</h1>");
    }

    @Test
    void markdownInsideOfDetailsIsRead() {
        assertThat(html("<details><summary>Mehr</summary>\n\n- *a*\n\n</details>\n"))
                .isEqualTo("<details><summary>Mehr</summary>\n<ul>\n<li><em>a</em></li>\n</ul>\n</details>\n");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> html("a".repeat(Renderer.MAX_LENGTH + 1)))
                .isInstanceOfSatisfying(PortalException.LimitExceeded.class, e -> {
                    assertThat(e.code()).isEqualTo("text.too-long");
                    assertThat(e.limit()).isEqualTo(10_000_000);
                });
    }

    private static String html(String markdown) {
        return Renderer.standard().render(markdown, LINKS).html();
    }
}
