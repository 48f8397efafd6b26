// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import java.awt.Color;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HtmlDownloadTest {
    private final DownloadHouse house = new DownloadHouse();

    @AfterEach
    void close() {
        house.close();
    }

    private ArticleFile file(ArticleId article, LanguageTag language) {
        return HtmlDownload.of(house.knowledge, house.options).article(NOBODY, article, language);
    }

    private Document page(ArticleId article) {
        Document page = Jsoup.parse(DownloadHouse.text(file(article, LanguageTag.GERMAN)));
        loadsNothing(page);
        return page;
    }

    /** No element has an address that a browser would load, and no style either. */
    private static void loadsNothing(Document page) {
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                boolean isLink =
                        element.normalName().equals("a") && attribute.getKey().equals("href");
                boolean isAddress = attribute.getValue().matches("(?is).*(//|data:|file:|url\\().*");
                boolean isPicture = element.normalName().equals("img")
                        && attribute.getValue().startsWith("data:image/");
                assertThat(!isAddress
                                || isLink
                                || isPicture
                                || element.normalName().equals("meta"))
                        .as("%s", element)
                        .isTrue();
            }
        }
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("script, iframe, object, embed, link, video, audio, source, track"))
                .isEmpty();
    }

    @Test
    void aPageStandsByItself() {
        Asset plan = house.png("plan.png", Color.RED);
        ArticleId hail =
                house.publish("Hagel & Sturm", "## Öl\n\n![Ein \"Plan\"](plan.png)\n\n## Ende\n\n### Ganz\n", plan);
        ArticleFile file = file(hail, LanguageTag.GERMAN);
        assertThat(file.name()).isEqualTo("Hagel & Sturm.html");
        assertThat(file.mediaType()).isEqualTo("text/html; charset=utf-8");
        assertThat(DownloadHouse.text(file)).startsWith("<!doctype html><html lang=\"de\">");
        Document page = page(hail);
        assertThat(page.title()).isEqualTo("Hagel & Sturm");
        assertThat(page.select("h1").eachText()).containsExactly("Hagel & Sturm");
        assertThat(page.select("img").eachAttr("alt")).containsExactly("Ein \"Plan\"");
        assertThat(page.select("img").attr("src"))
                .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(DownloadHouse.png(Color.RED)));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("default-src 'none'", "img-src data:");
        assertThat(page.select("nav > ul > li > a").eachText()).containsExactly("Öl", "Ende");
        assertThat(page.select("nav > ul > ul > li > a").eachText()).isEmpty();
        assertThat(page.select("nav li li").eachText()).containsExactly("Ganz");
        for (Element link : page.select("nav a")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.text())
                    .isNotNull();
        }
    }

    @Test
    void picturesThatAreNotInItAreTheirAlternativeText() {
        Asset broken = house.svg("s.svg", "<svg xmlns='http://www.w3.org/2000/svg'>&evil;</svg>");
        ArticleId hail = house.publish(
                "Hagel",
                "A ![Netz](https://evil.example/x.png) B ![Kaputt](s.svg) C ![Weg](weg.png) D"
                        + " <img src='//evil.example/y.png' alt='Roh' srcset='https://evil.example/z.png 2x'> E",
                broken);
        Document page = page(hail);
        assertThat(page.select("article").text()).isEqualTo("A Netz B Kaputt C Weg D Roh E");
        assertThat(page.outerHtml()).doesNotContain("evil.example");
    }

    @Test
    void anSvgIsCleanedAndShown() {
        Asset drawn = house.svg(
                "s.svg",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script><image href='https://evil.example/x'/><rect/></svg>");
        String data =
                page(house.publish("Hagel", "![x](s.svg)", drawn)).select("img").attr("src");
        assertThat(data).startsWith("data:image/svg+xml;base64,");
        assertThat(new String(
                        Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1)),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("<rect")
                .doesNotContain("script", "evil");
    }

    @Test
    void linksLeadToTheHostsAddressesOrStayWords() {
        Asset plan = house.png("plan.png", Color.RED);
        ArticleId hail = house.publish(
                "Hagel",
                "[Sturm](article:7) [mehr](article:fort) [Frage](faq:7) [Bild](plan.png) ![Bild](plan.png) [Netz](https://x.example/) [Bild](form.pdf)",
                plan);
        Document page = page(hail);
        assertThat(page.select("article a").eachAttr("href"))
                .containsExactly("https://hilfe.example/7", "https://x.example/");
        assertThat(page.select("article").text()).isEqualTo("Sturm mehr Frage Bild Netz Bild");
        assertThat(page.select("article img")).hasSize(1);
    }

    @Test
    void headingsStandBelowTheTitle() {
        Document page = page(house.publish("Hagel", "# Eins\n\n## Zwei\n\n###### Sechs\n\n##### Fünf"));
        assertThat(page.select("h1").eachText()).containsExactly("Hagel");
        assertThat(page.select("h2").eachText()).containsExactly("Eins");
        assertThat(page.select("h3").eachText()).containsExactly("Zwei");
        assertThat(page.select("h6").eachText()).containsExactly("Sechs", "Fünf");
    }

    @Test
    void videosAreLinksAndTheirTranscriptsAreOpen() {
        Document page = page(
                house.publish(
                        "Hagel",
                        ":::video{src=\"https://video.example/a.mp4\" title=\"Abdecken\" captions=\"a.vtt\"}\nWir **decken** ab.\n:::\n"));
        assertThat(page.select("a[href=https://video.example/a.mp4]").eachText())
                .containsExactly("Abdecken");
        assertThat(page.select("details[open] summary").eachText()).containsExactly("Mitschrift");
        assertThat(page.select("details").text()).contains("Wir decken ab.");
    }

    @Test
    void footnotesLeadThereAndBack() {
        Document page = page(house.publish("Hagel", "Wort[^a].\n\n[^a]: Erklärung."));
        String note = page.select(".footnote-ref a").attr("href").substring(1);
        assertThat(page.select("[id='" + note + "']").text()).contains("Erklärung");
        assertThat(page.select(".footnote-backref").attr("aria-label")).isEqualTo("Zurück zum Text");
    }

    @Test
    void theServedLanguageIsSaid() {
        ArticleId hail = house.publish(house.editorial
                .german("Hagel", "Text")
                .with(LanguageTag.ENGLISH, "Hail", "## One\n\n## Two\n")
                .with(LanguageTag.of("fr"), "Grêle", "## Un\n\n## Deux\n"));
        Document english = Jsoup.parse(DownloadHouse.text(file(hail, LanguageTag.of("en-GB"))));
        assertThat(english.select("html").attr("lang")).isEqualTo("en");
        assertThat(english.select("nav").attr("aria-label")).isEqualTo("Contents");
        Document french = Jsoup.parse(DownloadHouse.text(file(hail, LanguageTag.of("fr"))));
        assertThat(french.select("nav").hasAttr("aria-label")).isFalse();
        assertThat(french.select("nav a").eachText()).containsExactly("Un", "Deux");
    }

    @Test
    void aTitleOrATextIsNoMarkup() {
        Document page = page(house.publish(
                "</title><script>alert(1)</script>", "<script>alert(2)</script>\n\n<style>@import 'x'</style>\n\nx"));
        assertThat(page.title()).isEqualTo("</title><script>alert(1)</script>");
        assertThat(page.select("article").text()).isEqualTo("x");
    }

    @Test
    void picturesThatAreTooLargeTogetherAreRefused() {
        Asset plan = house.png("plan.png", Color.RED);
        Asset roof = house.png("dach.png", Color.BLUE);
        ArticleId hail = house.publish("Hagel", "![Plan](plan.png) ![Dach](dach.png)", plan, roof);
        long both = plan.size() + roof.size();
        assertThatThrownBy(() -> HtmlDownload.of(house.knowledge, house.options.withPicturesUpTo(both - 1))
                        .article(NOBODY, hail, null))
                .isInstanceOfSatisfying(PortalException.LimitExceeded.class, refused -> {
                    assertThat(refused.code()).isEqualTo("download.too-large");
                    assertThat(refused.limit()).isEqualTo(both - 1);
                });
    }
}
