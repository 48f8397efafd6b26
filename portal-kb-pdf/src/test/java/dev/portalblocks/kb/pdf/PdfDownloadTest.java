// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.download.ArticleFile;
import dev.portalblocks.kb.download.DownloadOptions;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.UploadAsset;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PdfDownloadTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor NOBODY = Actor.anonymous(ACME);

    private Instant now = Instant.parse("2026-11-21T10:15:30Z");
    private final Memory memory = new Memory();
    private final Portal portal =
            Portal.builder(MemoryCoreStorage.in(memory)).clock(() -> now).build();
    private final KnowledgeBase knowledge = KnowledgeBase.builder(portal, MemoryKnowledgeStorage.in(memory))
            .refusing()
            .build();
    private final DownloadOptions options =
            DownloadOptions.standard().linkedBy(target -> Optional.of("https://hilfe.example/" + target.id()));

    @AfterEach
    void close() {
        portal.close();
    }

    private ArticleId publish(ArticleContent content) {
        ArticleId id =
                knowledge.editor().create(LENA, CreateArticle.of(content)).id();
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    private ReadPdf pdf(String body, Asset... pictures) {
        return pdf(publish(
                ArticleContent.of(LanguageTag.GERMAN, "Hagelschäden", body).withAssets(List.of(pictures))));
    }

    private ReadPdf pdf(ArticleId article) {
        return ReadPdf.of(bytes(file(article)));
    }

    private ArticleFile file(ArticleId article) {
        return PdfDownload.of(knowledge, options).article(NOBODY, article, null);
    }

    private static byte[] bytes(ArticleFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Asset upload(String path, String mediaType, byte[] bytes) {
        return knowledge.editor().upload(LENA, new UploadAsset(path, mediaType), new ByteArrayInputStream(bytes));
    }

    private static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String many(int from, int to, String line) {
        return IntStream.range(from, to)
                .mapToObj(n -> line.replace("#", "" + n))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aPdfSaysWhatTheArticleSays() {
        ArticleId hail = publish(ArticleContent.of(LanguageTag.GERMAN, "Hagelschäden: was tun?", """
                ## Größe prüfen

                Äpfel, Öl und **Übermaß** kosten *100 €* – „süß“.[^1]

                ## Straße

                `code` und [x] nichts

                - [x] fertig
                - [ ] offen

                > [!NOTE]
                > Merken.

                [^1]: Fußnote.
                """));
        ArticleFile file = file(hail);
        assertThat(file.name()).isEqualTo("Hagelschäden- was tun-.pdf");
        assertThat(file.mediaType()).isEqualTo("application/pdf");
        ReadPdf read = ReadPdf.of(bytes(file));
        assertThat(read.text())
                .contains(
                        "Hagelschäden: was tun?",
                        "Inhalt",
                        "Größe prüfen",
                        "Äpfel, Öl und Übermaß kosten 100 € – „süß“.",
                        "[x] fertig",
                        "Merken.",
                        "Fußnote.",
                        "1 / 1")
                .doesNotContain("\u25A1");
        assertThat(read.title()).isEqualTo("Hagelschäden: was tun?");
        assertThat(read.language()).isEqualTo("de");
        assertThat(read.tagged()).isTrue();
        assertThat(read.bookmarks()).containsExactly("Größe prüfen", "Straße");
        assertThat(read.fonts())
                .containsExactly("LiberationMono", "LiberationSans", "LiberationSans-Bold", "LiberationSans-Italic");
        assertThat(read.embedded()).isTrue();
    }

    @Test
    void picturesAreInIt() {
        Asset plan = upload("plan.png", "image/png", picture("png", 30, 20));
        Asset roof = upload("dach.jpg", "image/jpeg", picture("jpg", 31, 21));
        Asset door = upload("tor.gif", "image/gif", picture("gif", 32, 22));
        ReadPdf read = pdf("![Plan](plan.png)\n\n![Dach](dach.jpg)\n\n![Tor](tor.gif)", plan, roof, door);
        assertThat(read.pictures()).containsExactlyInAnyOrder("30x20", "31x21", "32x22");
        assertThat(read.text()).doesNotContain("Plan", "Dach", "Tor");
    }

    @Test
    void aPictureThatPaperCannotShowIsItsAlternativeText() {
        byte[] broken = java.util.Arrays.copyOf(picture("png", 30, 20), 40);
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        byte[] webp = "RIFF____WEBPVP8 ".getBytes(StandardCharsets.US_ASCII);
        byte[] huge = picture("png", 6_000, 5_000);
        ReadPdf read = pdf(
                "![Kaputt](k.png)\n\n![Skizze](s.svg)\n\n![Netzbild](w.webp)\n\n![Riese](r.png)\n\n![Weg](weg.png)",
                upload("k.png", "image/png", broken),
                upload("s.svg", "image/svg+xml", svg),
                upload("w.webp", "image/webp", webp),
                upload("r.png", "image/png", huge));
        assertThat(read.pictures()).isEmpty();
        assertThat(read.text()).contains("Kaputt", "Skizze", "Netzbild", "Riese");
    }

    @Test
    void linksLeadOutAndInside() {
        ReadPdf read = pdf(
                "[Sturm](article:7) [Netz](https://x.example/a?b=1&c=2) [Post](mailto:a@x.example) [unten](#ende)\n\n## Anfang\n\n## Ende");
        assertThat(read.links())
                .containsExactlyInAnyOrder(
                        "https://hilfe.example/7", "https://x.example/a?b=1&c=2", "mailto:a@x.example");
        assertThat(read.jumps()).isEqualTo(3); // two of the table of contents
    }

    @Test
    void longTextsAndTablesGoOnOverPages() {
        ReadPdf read = pdf(many(0, 1_000, "Absatz # mit Text.\n") + "\n| Nr | Wert |\n|---|---|\n"
                + many(0, 300, "| Z# | W# |") + "\n");
        assertThat(read.pages()).isGreaterThan(25);
        assertThat(read.text()).contains("Absatz 0 mit", "Absatz 999 mit", "Z0 W0", "Z299 W299");
        assertThat(read.text().split("Nr Wert", -1).length)
                .as("the head on each page of the table")
                .isGreaterThan(4);
    }

    @Test
    void whatIsPlannedIsTakenAwayFromItsFirstMomentOn() {
        ArticleId hail = publish(ArticleContent.of(LanguageTag.GERMAN, "Alt", "Altes"));
        knowledge.editor().edit(LENA, EditArticle.of(hail, ArticleContent.of(LanguageTag.GERMAN, "Neu", "Neues")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail).shown(LocalDateTime.parse("2026-12-01T00:00"), null));
        now = Instant.parse("2026-11-30T22:59:59Z");
        assertThat(pdf(hail).text()).contains("Altes");
        now = Instant.parse("2026-11-30T23:00:00Z");
        assertThat(pdf(hail).text()).contains("Neues");
    }

    @Test
    void aTextThatIsTooLongForPaperIsRefused() {
        ArticleId hail =
                publish(ArticleContent.of(LanguageTag.GERMAN, "Lang", "Wort ".repeat(PdfDownload.MAX_LENGTH / 5 + 1)));
        assertThatThrownBy(() -> file(hail)).isInstanceOfSatisfying(PortalException.LimitExceeded.class, refused -> {
            assertThat(refused.code()).isEqualTo("download.too-long");
            assertThat(refused.limit()).isEqualTo(PdfDownload.MAX_LENGTH);
        });
    }

    @Test
    void crookedTextsBecomePages() {
        for (String text : List.of(
                "> ".repeat(10_000) + "tief",
                "<div>".repeat(1_000) + "tief",
                "- ".repeat(500) + "tief",
                "<table><tr><td colspan='99999' rowspan='99999'>x</td></tr></table>",
                "x".repeat(20_000),
                "| a ".repeat(300) + "|\n" + "|---".repeat(300) + "|\n" + "| b ".repeat(300) + "|",
                "\u4E2D\u6587 \uD83D\uDE00 \u200F\u05D0 \u0416",
                "<b><table><i>x</table></b>",
                "<img src='x' width='99999' height='99999' alt=''>",
                "")) {
            assertThat(pdf(text).pages()).isPositive();
        }
    }
}
