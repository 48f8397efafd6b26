// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.download.ArticleFile;
import dev.portalblocks.kb.download.DownloadOptions;
import dev.portalblocks.kb.download.HtmlDownload;
import dev.portalblocks.kb.model.ArticleId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes an article as PDF: what {@link HtmlDownload} writes, on pages of A4 with numbers. It is tagged for screen readers in the way of PDF/UA,
 * says its title and its language, has bookmarks, and its fonts are in it: Liberation Sans and Mono, for Latin, Greek and Cyrillic letters; what
 * they have no sign for is a small square.
 *
 * <p>Nothing is loaded, from no network and no file. Pictures are PNG, JPEG and GIF; an SVG, a WebP, an AVIF, a picture of more than 25 million
 * pixels or one that can't be read is left out with its alternative text in its place.
 *
 * <p>Immutable and thread-safe. A PDF is made in memory: of an article of a hundred sheets it takes about 50 MB and ten seconds or more of a
 * processor. The renderer logs by {@code java.util.logging}, below {@code com.openhtmltopdf}.
 */
public final class PdfDownload {
    /** So many characters a page has at most, as HTML and without its pictures: about a hundred sheets. */
    public static final int MAX_LENGTH = 300_000;

    private static final String HTML = ".html";

    private final KnowledgeBase knowledge;
    private final DownloadOptions options;

    private PdfDownload(KnowledgeBase knowledge, DownloadOptions options) {
        this.knowledge = knowledge;
        this.options = options;
    }

    /** Returns downloads from this knowledge base. */
    public static PdfDownload of(KnowledgeBase knowledge, DownloadOptions options) {
        return new PdfDownload(knowledge, options);
    }

    /**
     * Returns what is published of an article now, for this reader, in the language that fits best; null stands for the portal's default.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, not published or not for them
     * @throws PortalException.LimitExceeded {@code download.too-large} when its pictures have more bytes than the options say; {@code
     *     download.too-long} when it has more than {@link #MAX_LENGTH} characters
     */
    public ArticleFile article(Actor actor, ArticleId article, @Nullable LanguageTag language) {
        ArticleFile page = HtmlDownload.of(knowledge, options).article(actor, article, language);
        String name = page.name().substring(0, page.name().length() - HTML.length());
        return ArticleFile.of(name + ".pdf", "application/pdf", pdf(Jsoup.parse(text(page))));
    }

    private static String text(ArticleFile page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(page.size()));
        try {
            page.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no file
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns any page as PDF; what it names outside itself is not loaded. */
    static byte[] pdf(Document page) {
        PdfPage.prepare(page);
        if (PdfPage.length(page) > MAX_LENGTH) {
            throw new PortalException.LimitExceeded("download.too-long", MAX_LENGTH);
        }
        return rendered(page);
    }

    static byte[] rendered(Document page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        PdfFonts.of(builder);
        closed(builder);
        builder.usePdfUaAccessibility(true);
        builder.useReplacementText("\u25A1");
        builder.withProducer("Portal Blocks");
        builder.withW3cDocument(new W3CDom().fromJsoup(page), null);
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is no file
        }
        return bytes.toByteArray();
    }

    /** Lets nothing in but the pictures that are in the page: asked before and after an address is resolved, and by whoever would open it. */
    private static void closed(PdfRendererBuilder builder) {
        for (ExternalResourceControlPriority time : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> isInPage(address), time);
        }
        builder.useUriResolver((base, address) -> address != null && isInPage(address) ? address : null);
        builder.useProtocolsStreamImplementation(
                address -> {
                    throw new IllegalStateException("Nothing is loaded");
                },
                "http",
                "https",
                "file",
                "jar",
                "ftp",
                "mailto");
    }

    private static boolean isInPage(@Nullable String address) {
        return address != null && address.startsWith("data:image/");
    }
}
