// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.rendering.model.LinkTarget;
import dev.portalblocks.rendering.model.TextFinding;
import dev.portalblocks.rendering.model.TextFinding.Problem;
import dev.portalblocks.rendering.model.TextInspection;
import dev.portalblocks.rendering.model.TextReference;
import dev.portalblocks.rendering.model.TextReference.Use;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTest {
    @Test
    void everyReferenceIsToldWithItsLine() {
        TextInspection inspection = Inspection.of("""
                # Titel

                Siehe [a](article:1#x) und
                ![ein `Zähler`](asset:2).

                > [b]

                <p>
                <a href="faq:3">c</a>
                <img src=x.png alt=d></p>

                :::video{src="v.mp4" captions="c.vtt" poster="p.png"}
                Text
                :::

                [b]: https://e.org
                """);

        assertThat(inspection.references())
                .containsExactly(
                        new TextReference(Use.LINK, "article:1#x", 3),
                        new TextReference(Use.PICTURE, "asset:2", 4),
                        new TextReference(Use.LINK, "https://e.org", 6),
                        new TextReference(Use.LINK, "faq:3", 9),
                        new TextReference(Use.PICTURE, "x.png", 10),
                        new TextReference(Use.VIDEO, "v.mp4", 12),
                        new TextReference(Use.CAPTIONS, "c.vtt", 12),
                        new TextReference(Use.POSTER, "p.png", 12));
        assertThat(inspection.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "![](a.png), PICTURE_WITHOUT_ALTERNATIVE",
        "![ ](a.png), PICTURE_WITHOUT_ALTERNATIVE",
        "a <img src=a.png>, PICTURE_WITHOUT_ALTERNATIVE",
        "':::video{src=\"a.png\"}\nText\n:::', VIDEO_WITHOUT_CAPTIONS",
        "':::video{src=\"a.png\" captions=\"c\"}\n:::', MEDIA_WITHOUT_TRANSCRIPT",
        "':::audio{src=\"a.png\"}\n\n:::', MEDIA_WITHOUT_TRANSCRIPT",
        "':::audio{src=\"a.png\"}\nText', MEDIA_WITHOUT_END",
        "<audio src=a.png></audio>, MEDIA_WITHOUT_TRANSCRIPT"
    })
    void whatKeepsAReaderFromItIsFound(String markdown, Problem problem) {
        assertThat(Inspection.of("x\n\n" + markdown).findings()).containsExactly(new TextFinding(problem, "a.png", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](javascript:x)", "![a](mailto:x@e.org)", "<a href=data:x>a</a>", "<vbscript:x>"})
    void anAddressThatNoPageHasIsFound(String markdown) {
        assertThat(Inspection.of(markdown).findings())
                .extracting(TextFinding::problem)
                .containsExactly(Problem.UNSAFE_ADDRESS);
    }

    @Test
    void aVideoWithoutASourceIsFound() {
        assertThat(Inspection.of(":::video{captions='c'}\na\n:::").findings())
                .containsExactly(new TextFinding(Problem.MEDIA_WITHOUT_SOURCE, "", 1));
    }

    @ParameterizedTest
    @CsvSource({
        "article:1, ARTICLE, 1, ''",
        "ARTICLE:1#a, ARTICLE, 1, a",
        "asset:x/y, ASSET, x/y, ''",
        "faq:9#, FAQ, 9, ''",
        "bilder/plan.png, PATH, bilder/plan.png, ''",
        "a):b, PATH, a):b, ''",
        "../x.md#y#z, PATH, ../x.md, y#z"
    })
    void aDestinationSaysWhatItIs(String destination, LinkTarget.Type type, String id, String fragment) {
        assertThat(LinkTarget.parse(destination)).hasValue(new LinkTarget(type, id, fragment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#a", "https://e.org", "mailto:x@e.org", "javascript:x", "//e.org", "\\\\e.org", "/\\e.org"})
    void whatIsNotOfThePortalIsNoTarget(String destination) {
        assertThat(LinkTarget.parse(destination)).isEmpty();
    }
}
