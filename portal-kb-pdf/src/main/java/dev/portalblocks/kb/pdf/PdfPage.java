// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Makes a page ready for paper. */
final class PdfPage {
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpeg|gif);base64,");
    private static final long MOST_PIXELS = 25_000_000;
    /** More columns than that are none that anybody reads, and the renderer makes room for each. */
    private static final Pattern SPAN = Pattern.compile("[1-9][0-9]?");

    private static final String STYLE = """
            @page{size:A4;margin:20mm 18mm 22mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt 'Liberation Sans'}}
            body{font-family:'Liberation Sans';font-size:10.5pt;line-height:1.45;margin:0}
            main,nav,article,section,figure,figcaption,details,summary{display:block}
            h1{font-size:20pt;line-height:1.2}h2{font-size:15pt}h3{font-size:12.5pt}h4,h5,h6{font-size:10.5pt}
            h1,h2,h3,h4,h5,h6{page-break-after:avoid}
            img{max-width:100%;page-break-inside:avoid}
            figure{margin:1em 0}
            table{border-collapse:collapse;-fs-table-paginate:paginate;max-width:100%}
            tr{page-break-inside:avoid}
            th,td{border:0.5pt solid #767676;padding:3pt 5pt;text-align:left;vertical-align:top}
            pre{background:#f3f3f3;padding:6pt;white-space:pre-wrap;word-wrap:break-word}
            pre,code,kbd,samp{font-family:'Liberation Mono';font-size:9.5pt}
            p,li,td,th{word-wrap:break-word}
            blockquote,.callout{border-left:2pt solid #767676;margin:8pt 0;padding:0 8pt}
            .footnotes{border-top:0.5pt solid #767676;font-size:9pt}
            sup{font-size:7.5pt}
            a{color:#0b4a8f}
            """;

    private PdfPage() {}

    static void prepare(Document page) {
        page.outputSettings().prettyPrint(false);
        page.select("meta[http-equiv], meta[name=viewport], style, link, script, base")
                .remove();
        page.head().appendElement("style").appendChild(new DataNode(STYLE));
        page.head().appendElement("meta").attr("name", "subject").attr("content", page.title());
        page.select("img").forEach(PdfPage::settlePicture);
        page.select("object, embed, iframe, video, audio, svg, input:not([type=checkbox]), button, select, textarea")
                .remove();
        for (Element box : page.select("input")) {
            box.replaceWith(new TextNode(box.hasAttr("checked") ? "[x] " : "[\u00A0] "));
        }
        page.select("a.footnote-backref").forEach(back -> back.text("\u2191"));
        page.select("a[href]:not([title])").forEach(link -> link.attr("title", link.text())); // a screen reader says it
        page.select("[style]").removeAttr("style");
        for (String name : new String[] {"colspan", "rowspan"}) {
            page.select("[" + name + "]").stream()
                    .filter(cell -> !SPAN.matcher(cell.attr(name)).matches())
                    .forEach(cell -> cell.removeAttr(name));
        }
        Element contents = page.selectFirst("nav > ul");
        if (contents != null) {
            bookmark(contents, page.head().appendElement("bookmarks"));
        }
    }

    /** Returns how many characters it has without its pictures. */
    static long length(Document page) {
        long length = 0;
        for (Element image : page.select("img")) {
            length -= image.attr("src").length();
        }
        return length + page.outerHtml().length();
    }

    private static void settlePicture(Element image) {
        if (isShown(image.attr("src"))) {
            for (Attribute attribute : image.attributes().asList()) {
                if (!attribute.getKey().matches("src|alt|title|width|height")) {
                    image.removeAttr(attribute.getKey());
                }
            }
        } else {
            image.replaceWith(new TextNode(image.attr("alt")));
        }
    }

    private static boolean isShown(String address) {
        Matcher picture = PICTURE.matcher(address);
        if (!picture.lookingAt()) {
            return false;
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(address.substring(picture.end()))))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() && isRead(readers.next(), in);
        } catch (IOException | RuntimeException e) {
            return false; // readers throw anything for bytes that they don't understand
        }
    }

    private static boolean isRead(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                return false;
            }
            BufferedImage read = reader.read(0);
            return read.getWidth() > 0;
        } finally {
            reader.dispose();
        }
    }

    private static void bookmark(Element list, Element above) {
        Element last = above;
        for (Element item : list.children()) {
            Element link = item.selectFirst("> a");
            if (link != null) {
                last = above.appendElement("bookmark").attr("name", link.text()).attr("href", link.attr("href"));
            }
            Element within = item.selectFirst("> ul");
            if (within != null) {
                bookmark(within, last);
            }
        }
    }
}
