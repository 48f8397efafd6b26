// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import dev.portalblocks.kb.model.DownloadedArticle;
import dev.portalblocks.rendering.model.ContentsEntry;
import dev.portalblocks.rendering.model.Rendered;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Puts a page together that stands by itself. For one use. */
final class DownloadPage {
    /** How the address of a picture of the article begins while its text is rendered. */
    static final String MARK = "portal-picture-";

    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
            img{max-width:100%;height:auto}
            table{border-collapse:collapse}
            th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
            pre{background:#f3f3f3;padding:.75rem;white-space:pre-wrap}
            code{font-family:ui-monospace,monospace}
            blockquote,.callout{border-left:.25rem solid #767676;margin:1rem 0;padding:0 1rem}
            .footnotes{border-top:1px solid #767676;font-size:.9rem}
            @media print{body{max-width:none;margin:0;padding:0}a{color:inherit}h1,h2,h3,h4,h5,h6{break-after:avoid}img,pre,tr{break-inside:avoid}}
            """;
    private static final int LAST_LEVEL = 6;
    private static final int WORTH_A_TABLE = 2;

    private final Element content;
    private final Map<String, String> pictures;

    private DownloadPage(Element content, Map<String, String> pictures) {
        this.content = content;
        this.pictures = pictures;
    }

    /** Returns the page; the pictures are addresses with all of their bytes, by the addresses that they have in the text. */
    static String of(DownloadedArticle article, Rendered rendered, PageWords words, Map<String, String> pictures) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false).charset("UTF-8");
        page.prependChild(new DocumentType("html", "", ""));
        page.select("html").attr("lang", article.language().toString());
        head(page.head(), article);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(article.title());
        if (rendered.contents().size() >= WORTH_A_TABLE) {
            contents(main.appendElement("nav"), rendered.contents(), words);
        }
        Element content = main.appendElement("article").html(rendered.html());
        new DownloadPage(content, pictures).settle(words);
        return page.outerHtml();
    }

    private static void head(Element head, DownloadedArticle article) {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width,initial-scale=1");
        head.appendElement("meta")
                .attr("name", "dcterms.modified")
                .attr("content", article.publishedAt().toString());
        head.appendElement("title").text(article.title());
        head.appendElement("style").appendChild(new DataNode(STYLE));
    }

    private static void contents(Element nav, List<ContentsEntry> entries, PageWords words) {
        if (!words.contents().isEmpty()) {
            nav.attr("aria-label", words.contents());
            nav.appendElement("p").appendElement("strong").text(words.contents());
        }
        Deque<Element> lists = new ArrayDeque<>(List.of(nav.appendElement("ul")));
        Element item = nav;
        for (ContentsEntry entry : entries) {
            while (lists.size() > entry.depth() + 1) {
                lists.pop();
            }
            if (lists.size() <= entry.depth()) {
                lists.push(item.appendElement("ul"));
            }
            item = lists.element().appendElement("li");
            item.appendElement("a").attr("href", "#" + entry.anchor()).text(entry.text());
        }
    }

    private void settle(PageWords words) {
        content.select("img").forEach(this::picture);
        content.select("a[href^=" + MARK + "]").forEach(Element::unwrap); // a picture is where it is shown
        content.select("video, audio").forEach(DownloadPage::media);
        content.select("details").attr("open", "");
        if (!words.back().isEmpty()) {
            content.select("a.footnote-backref").attr("aria-label", words.back());
        }
        if (content.selectFirst("h1") != null) {
            for (int level = LAST_LEVEL - 1; level > 0; level--) {
                content.select("h" + level).tagName("h" + (level + 1));
            }
        }
    }

    private void picture(Element image) {
        String data = pictures.get(image.attr("src"));
        if (data != null) {
            image.attr("src", data).removeAttr("srcset");
        } else {
            image.replaceWith(new TextNode(image.attr("alt")));
        }
    }

    /** A page that loads nothing plays nothing. */
    private static void media(Element media) {
        Element named = media.hasAttr("src") ? media : media.selectFirst("source[src]");
        String address = named == null ? "" : named.attr("src");
        if (address.startsWith("http:") || address.startsWith("https:")) {
            String title = media.attr("title");
            Element line = new Element("p");
            line.appendElement("a").attr("href", address).text(title.isEmpty() ? address : title);
            media.before(line);
        }
        media.remove();
    }
}
