// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a page names, a PDF of it asks nobody and reads no file. */
class NothingIsLoadedTest {
    private static final String SECRET = "Geheimnis";

    @TempDir
    Path folder;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private byte[] picture;

    @BeforeEach
    void serve() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        picture = out.toByteArray();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private List<String> pages(String address) {
        return List.of(
                "<img src='" + address + "' alt='Bild'>",
                "<p style=\"background:url('" + address + "')\">x</p>",
                "<style>@import '" + address + "';p{background-image:url('" + address
                        + "')}@font-face{font-family:x;src:url('" + address
                        + "')}</style><p style='font-family:x'>x</p>",
                "<link rel='stylesheet' href='" + address + "'><p>x</p>",
                "<object data='" + address + "' type='image/png'></object>",
                "<object data='" + address + "' type='application/pdf'></object>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='" + address + "' width='9' height='9'/></svg>",
                "<iframe src='" + address + "'></iframe><embed src='" + address + "'>",
                "<a href='" + address + "' download='x' data-content-type='text/plain' relationship='Source'>x</a>",
                "<input type='image' src='" + address + "'><video poster='" + address + "' src='" + address
                        + "'></video>",
                "<?xml-stylesheet href='" + address + "'?><base href='" + address + "'><img src='x.png' alt='x'>");
    }

    private ReadPdf pdf(String body) {
        return ReadPdf.of(PdfDownload.pdf(Jsoup.parse("<html lang='de'><title>Titel</title>" + body)));
    }

    @Test
    void noServerIsAsked() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/bild.png";
        for (String page : pages(address)) {
            assertThat(pdf(page).pictures()).as(page).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void noFileIsRead() throws IOException {
        Path image = Files.write(folder.resolve("bild.png"), picture);
        Path text = Files.writeString(folder.resolve("geheim.txt"), SECRET);
        for (Path file : List.of(image, text)) {
            for (String page : pages(file.toUri().toString())) {
                ReadPdf read = pdf(page);
                assertThat(read.pictures()).as(page).isEmpty();
                assertThat(read.text()).as(page).doesNotContain(SECRET);
            }
        }
    }

    /** What keeps things out is there a second time, behind the page that was made ready. */
    @Test
    void theRendererItselfIsClosed() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/bild.png";
        for (String page : pages(address)) {
            Document parsed = Jsoup.parse("<html lang='de'><title>Titel</title>" + page);
            parsed.head().appendElement("style").appendChild(new DataNode("body{font-family:'Liberation Sans'}"));
            parsed.head().appendElement("meta").attr("name", "subject").attr("content", "Titel");
            assertThat(ReadPdf.of(PdfDownload.rendered(parsed)).pictures())
                    .as(page)
                    .isEmpty();
        }
        assertThat(asked).isEmpty();
    }
}
