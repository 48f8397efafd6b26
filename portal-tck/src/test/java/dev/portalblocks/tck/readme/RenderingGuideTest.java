// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the guide to rendering is compiled and does what it says. */
class RenderingGuideTest {
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);

    @Test
    void theLinesAboutRenderingAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, Path.of("../docs/guide/rendering.md")))
                .hasSize(3)
                .isEqualTo(
                        pieces(COMPILED, Path.of("src/test/java/dev/portalblocks/tck/readme/RenderingSnippets.java")));
    }

    @Test
    void thePageOnRenderingDoesWhatItSays() {
        List<String> shown = new ArrayList<>();
        RenderingSnippets.render(
                "# Preise {#kosten}\n\n[a](article:7) [b](faq:1)\n",
                (html, contents, text) ->
                        shown.addAll(List.of(html, contents.get(0).anchor(), text)));
        assertThat(shown)
                .containsExactly(
                        "<h1 id=\"kosten\"><a id=\"preise\"></a>Preise</h1>\n<p><a href=\"/hilfe/7\">a</a> b</p>\n",
                        "kosten",
                        "Preise\na b");
        assertThat(RenderingSnippets.inspect("[a](article:7)\n\n![](x.png)"))
                .containsExactly("3: PICTURE_WITHOUT_ALTERNATIVE", "ARTICLE 7", "PATH x.png");
        assertThat(RenderingSnippets.clean("<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>"))
                .containsExactly("<p>Guten <b>Tag</b></p>", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
    }

    /** Without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
