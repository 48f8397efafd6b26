// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.LanguageTag;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {
    @TempDir
    Path root;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(root);
    }

    @Test
    void anArticleSaysAllThatItsFileSays() {
        var article = desk.article(
                "strom/zähler/ablesen.md",
                "---\ntitle: Zähler ablesen\nLocale: de-at\ntags: [Zähler, Ablesung]\naudience: signed-in\n---\n# Andere\n\nSo.\n");

        assertThat(article.path()).isEqualTo("strom/zähler/ablesen.md");
        assertThat(article.source().category()).containsExactly("strom", "zähler");
        assertThat(article.meta().title()).isEqualTo("Zähler ablesen");
        assertThat(article.meta().locale()).isEqualTo(LanguageTag.of("de-AT"));
        assertThat(article.meta().tags()).containsExactly("Zähler", "Ablesung");
        assertThat(article.meta().audiences()).hasToString("[signed-in]");
        assertThat(article.body()).isEqualTo("# Andere\n\nSo.\n");
        assertThat(article.notes()).isEmpty();
    }

    @Test
    void theHashIsOfTheRawBytes() {
        var article = desk.article("\uFEFFabc\r\n");
        assertThat(article.body()).isEqualTo("abc\n");
        assertThat(article.source().sha256())
                .isEqualTo("c3199f17595cd7b59cea561d9cb96f204ef903c38b1b9cb4a50b7e68d286f675");
    }

    @Test
    void aFileWithoutFrontMatterIsAnArticle() {
        var article = desk.article("Just text.\n");
        assertThat(article.meta().title()).isEqualTo("the-file");
        assertThat(article.meta().locale()).isNull();
        assertThat(article.meta().audiences()).isEmpty();
        assertThat(article.source().category()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# The *first* `one` [link](x.md) ![pic](p.png)\n# Second",
                "The *first* `one` [link](x.md) ![pic](p.png)\n===\n",
                "text\n\n#\n\n## The first one link &#112;ic ##\n"
            })
    void theFirstHeadingWithTextIsTheTitle(String body) {
        assertThat(desk.article(body).meta().title()).isEqualTo("The first one link pic");
    }

    @ParameterizedTest
    @CsvSource({"a.md,a", "b.c.MARKDOWN,b.c", "x/Über uns.Md,Über uns", "plain,plain", "md.md,md"})
    void theNameWithoutItsEndingIsTheLastResort(String path, String title) {
        assertThat(desk.article(path, "text").meta().title()).isEqualTo(title);
    }

    @Test
    void aLongTitleIsCutBetweenCharactersAndSaidToBe() {
        var article = desk.article("# " + "x".repeat(299) + "😀😀\n");
        assertThat(article.meta().title()).isEqualTo("x".repeat(299));
        assertThat(Desk.codes(article)).containsExactly("title-cut");
        assertThat(desk.article("# " + "x".repeat(298) + "😀\n").meta().title()).endsWith("x😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void everyLineEndBecomesOne(String end) {
        var article = desk.article(String.join(end, "---", "title: T", "---", "a", "", "b", ""));
        assertThat(article.meta().title()).isEqualTo("T");
        assertThat(article.body()).isEqualTo("a\n\nb\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void otherUnicodeIsRefusedAndNotGuessed(String charset) {
        for (var text : new String[] {"# Hallo\n", "\uFEFF# Hallo\n", "# Grüße\n"}) {
            var refusal = desk.refusal(text.getBytes(Charset.forName(charset)));
            assertThat(refusal.code()).isEqualTo("wrong-encoding");
            assertThat(refusal.line()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void theLineOfTheFirstBadByteIsTold(String end) {
        var bytes =
                ("# Straße".replace("ß", "ss") + end + end + "Grüße" + end + "ü").getBytes(StandardCharsets.ISO_8859_1);
        var refusal = desk.refusal(bytes);
        assertThat(refusal.code()).isEqualTo("wrong-encoding");
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal.reason()).contains("0xFC");
    }

    @Test
    void brokenUtf8IsRefusedInAllItsForms() {
        for (var bad : new int[][] {{0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF4, 0x90, 0x80, 0x80}, {0xE2, 0x82}}) {
            var bytes = new byte[bad.length + 2];
            bytes[0] = 'a';
            bytes[1] = '\n';
            for (int i = 0; i < bad.length; i++) {
                bytes[i + 2] = (byte) bad[i];
            }
            assertThat(desk.refusal(bytes))
                    .extracting(Reading.Refusal::code, Reading.Refusal::line)
                    .containsExactly("wrong-encoding", 2);
        }
    }

    @Test
    void aZeroCharacterIsNoText() {
        assertThat(desk.refusal("a\nb\0c"))
                .extracting(Reading.Refusal::code, Reading.Refusal::line)
                .containsExactly("wrong-encoding", 2);
    }

    @Test
    void otherControlCharactersOfTheBodyAreKept() {
        assertThat(desk.article("a\u001B[0m\u0007\f").body()).isEqualTo("a\u001B[0m\u0007\f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t\r\n", "\uFEFF", "---\ntitle: T\n---\n", "---\ntitle: T\n---\n \n"})
    void aFileWithNothingToReadIsRefused(String text) {
        assertThat(desk.refusal(text).code()).isEqualTo("empty");
    }

    @Test
    void theLimitIsExactAndALargeFileIsNotRead() throws IOException {
        Path file = root.resolve("a.md");
        Files.writeString(file, "0123456789");
        assertThat(MarkdownReader.ofAtMost(10).read(root, file)).isInstanceOf(Reading.MarkdownArticle.class);
        assertThat(MarkdownReader.ofAtMost(9).read(root, file))
                .isInstanceOfSatisfying(Reading.Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("too-large");
                    assertThat(refusal.reason()).contains("9");
                });
        assertThatThrownBy(() -> MarkdownReader.ofAtMost(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MarkdownReader.ofAtMost(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatCannotBeReadIsRefusedWithoutTellingWhereTheTreeLies() throws IOException {
        Files.createDirectory(root.resolve("folder.md"));
        Path outside = Files.createTempFile("outside", ".md");
        Files.createSymbolicLink(root.resolve("link.md"), outside);
        for (var expected :
                new String[][] {{"none.md", "not-readable"}, {"folder.md", "not-a-file"}, {"link.md", "outside-root"}
                }) {
            var refusal = (Reading.Refusal) MarkdownReader.standard().read(root, root.resolve(expected[0]));
            assertThat(refusal.path()).isEqualTo(expected[0]);
            assertThat(refusal.code()).isEqualTo(expected[1]);
            assertThat(refusal.reason()).doesNotContain(root.toString(), outside.toString());
        }
        for (var file : new Path[] {outside, root.resolve("../outside.md"), root}) {
            assertThat(MarkdownReader.standard().read(root, file))
                    .isInstanceOfSatisfying(
                            Reading.Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("outside-root"));
        }
        Files.delete(outside);
    }
}
