// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.portalblocks.kb.markdown.Reading.LinkedFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @TempDir
    Path root;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(root);
    }

    @Test
    void picturesAndFilesAreFoundWhereverTheyStand() {
        var article = desk.article(
                "a/b/c.md",
                "---\ntitle: T\n---\n\n![x](p.png)\n\n- [y](../d.pdf \"t\")\n\n> [z][ref]\n\n| [c](t.md) |\n|---|\n\n[ref]: ./e/f.zip#g\n");
        assertThat(article.files())
                .containsExactly(
                        new LinkedFile("p.png", "a/b/p.png", true, 5),
                        new LinkedFile("../d.pdf", "a/d.pdf", false, 7),
                        new LinkedFile("./e/f.zip#g", "a/b/e/f.zip", false, 9),
                        new LinkedFile("t.md", "a/b/t.md", false, 11));
    }

    @ParameterizedTest
    @CsvSource({
        "<a b.png>,a b.png", "a%20b.png,a b.png", "%C3%BC.png,ü.png", "a%2Fb.png,a/b.png", "100%.png,100%.png",
        "a?b#c,a", "./../x/./y//z.png,x/y/z.png", "%2E%2E/x.png,x.png", "&uuml;.png,ü.png", "a\\(b.png,a(b.png"
    })
    void aDestinationIsReadAsABrowserWould(String destination, String path) {
        assertThat(desk.article("x/f.md", "![](" + destination + ")").files())
                .singleElement()
                .extracting(LinkedFile::path)
                .isEqualTo((path.startsWith("x") ? "" : "x/") + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a.png",
                "mailto:a@example.org",
                "#top",
                "?q",
                "/a.png",
                "//example.org/a.png",
                "HTTP://x",
                "data:image/png;base64,AAAA",
                "C:/a.png",
                "folder/",
                ""
            })
    void whatIsNoRelativeFileIsLeftAlone(String destination) {
        var article = desk.article("[a](" + destination + ") `[a](b)` \\[a](b) <!-- [a](b) -->");
        assertThat(article.files()).isEmpty();
        assertThat(article.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../a.png", "%2e%2e/%2E%2E/a", "b/../../../a", "..", "../../x/f.md", "..%2f..%2fa"})
    void aLinkOutOfTheRootIsDroppedAndNoted(String destination) {
        var article = desk.article("x/f.md", "text\n\n[a](" + destination + ")");
        assertThat(article.files()).isEmpty();
        assertThat(article.notes())
                .containsExactly(new Reading.Note(3, "link-outside-root", "A link leads to no file below the root."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "a\\b.png", "..%5c..%5ca", "C%3A/a", "a%0Ab", "b/c:stream"})
    void aPathThatMeansAnotherThingElsewhereIsDroppedAndNoted(String destination) {
        var article = desk.article("[a](" + destination + ")");
        assertThat(article.files()).isEmpty();
        assertThat(Desk.codes(article)).containsExactly("link-ignored");
    }

    @Test
    void aFileThatIsLinkedTwiceIsListedOnce() {
        assertThat(desk.article("[a](b.png) [c](b.png) ![d](b.png) ![e](b.png)").files())
                .containsExactly(new LinkedFile("b.png", "b.png", false, 1), new LinkedFile("b.png", "b.png", true, 1));
    }

    @Test
    void linksInsideOpenBracketsTakeLittleTime() {
        var text = "![[]()".repeat(150_000);
        var article = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> desk.article(text));
        assertThat(article.body()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "![", "[a](b", "[a](../", "![[]()`]]`", "> ", "*a **a ", "[a]: b\n"})
    void hostileTextTakesLittleTime(String piece) {
        var text = "x" + piece.repeat(200_000 / piece.length());
        var article = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> desk.article(text));
        assertThat(article.body()).isEqualTo(text);
    }
}
