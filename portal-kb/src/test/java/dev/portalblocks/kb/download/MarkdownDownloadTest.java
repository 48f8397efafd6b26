// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarkdownDownloadTest {
    private final DownloadHouse house = new DownloadHouse();

    @AfterEach
    void close() {
        house.close();
    }

    private ArticleFile file(ArticleId article) {
        return MarkdownDownload.of(house.knowledge, house.options).article(NOBODY, article, null);
    }

    private static Map<String, byte[]> entries(ArticleFile file) throws IOException {
        assertThat(file.mediaType()).isEqualTo("application/zip");
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(DownloadHouse.bytes(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries) {
        return new String(entries.get("article.md"), StandardCharsets.UTF_8);
    }

    @Test
    void anArticleWithoutPicturesIsOneFile() {
        ArticleId hail = house.publish(
                "Hagel: *was* tun?",
                "Melden Sie [Sturm](article:7), [mehr](article:fort) und [das](faq:7).\n\n```\n[x](article:7)\n```\n");
        ArticleFile file = file(hail);
        assertThat(file.name()).isEqualTo("Hagel- -was- tun-.md");
        assertThat(file.mediaType()).isEqualTo("text/markdown; charset=utf-8");
        assertThat(DownloadHouse.text(file))
                .isEqualTo(
                        "# Hagel: \\*was\\* tun?\n\nMelden Sie [Sturm](https://hilfe.example/7), mehr und das.\n\n```\n[x](article:7)\n```\n");
        assertThat(file.size()).isEqualTo(DownloadHouse.bytes(file).length);
    }

    @Test
    void picturesLieBesideTheTextUnderPortableNames() throws IOException {
        Asset plan = house.png("../bilder/con.png", Color.RED);
        Asset roof = house.png("Article.md", Color.BLUE);
        Asset form = house.png("a/b.png", Color.GREEN);
        ArticleId hail = house.publish(
                "Hagel",
                "![Plan](../bilder/con.png) ![Dach](asset:" + roof.content() + ") ![b](a/b.png)",
                plan,
                roof,
                form);
        Map<String, byte[]> entries = entries(file(hail));
        assertThat(entries.keySet()).containsExactly("article.md", "bilder/_con.png", "Article-2.md", "a/b.png");
        assertThat(entries.get("Article-2.md")).isEqualTo(DownloadHouse.png(Color.BLUE));
        assertThat(text(entries)).isEqualTo("# Hagel\n\n![Plan](bilder/_con.png) ![Dach](Article-2.md) ![b](a/b.png)");
        assertThat(file(hail).name()).isEqualTo("Hagel.zip");
    }

    @Test
    void theSameVersionIsTheSameFile() {
        ArticleId hail = house.publish("Hagel", "![Plan](p.png)", house.png("p.png", Color.RED));
        byte[] first = DownloadHouse.bytes(file(hail));
        house.editorial.now = house.editorial.now.plusSeconds(100_000);
        assertThat(DownloadHouse.bytes(file(hail))).isEqualTo(first);
    }

    @Test
    void aPictureThatIsNoneIsItsAlternativeText() {
        Asset broken = house.svg("s.svg", "<svg xmlns='http://www.w3.org/2000/svg'>&evil;</svg>");
        Asset text = house.upload("t.txt", "text/plain", new byte[] {65});
        ArticleId hail = house.publish("Hagel", "Ein ![Plan](s.svg) und ![Text](t.txt)!", broken, text);
        assertThat(DownloadHouse.text(file(hail))).isEqualTo("# Hagel\n\nEin Plan und Text!");
    }

    @Test
    void anSvgIsCleaned() throws IOException {
        Asset picture = house.svg(
                "s.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><rect width='1' height='1'/></svg>");
        ArticleId hail = house.publish("Hagel", "![Plan](s.svg)", picture);
        assertThat(new String(entries(file(hail)).get("s.svg"), StandardCharsets.UTF_8))
                .contains("<rect")
                .doesNotContain("script");
    }

    @Test
    void picturesThatAreTooLargeTogetherAreRefused() {
        Asset plan = house.png("p.png", Color.RED);
        ArticleId hail = house.publish("Hagel", "![Plan](p.png)", plan);
        DownloadOptions tight = house.options.withPicturesUpTo(plan.size() - 1);
        assertThatThrownBy(() -> MarkdownDownload.of(house.knowledge, tight).article(NOBODY, hail, null))
                .isInstanceOfSatisfying(PortalException.LimitExceeded.class, refused -> {
                    assertThat(refused.code()).isEqualTo("download.too-large");
                    assertThat(refused.limit()).isEqualTo(plan.size() - 1);
                });
        DownloadOptions enough = house.options.withPicturesUpTo(plan.size());
        assertThat(MarkdownDownload.of(house.knowledge, enough)
                        .article(NOBODY, hail, null)
                        .size())
                .isPositive();
    }
}
