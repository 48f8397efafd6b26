// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.kb.download.DownloadOptions;
import dev.portalblocks.kb.download.HtmlDownload;
import dev.portalblocks.kb.download.MarkdownDownload;
import dev.portalblocks.kb.pdf.PdfDownload;
import java.util.List;

/** How to take an article along. */
final class DownloadInvokers {
    private DownloadInvokers() {}

    static List<Invoker> ofOperations() {
        return List.of(new Invoker(
                "ArticleDownloads.read(Actor, ArticleId, LanguageTag)",
                "kb.download.read",
                (portal, actor, target) -> portal.knowledge
                        .downloads()
                        .read(actor, target.articles().published(), null)
                        .id()
                        .equals(target.articles().published())));
    }

    static List<Invoker> ofWork() {
        return List.of(
                new Invoker(
                        "HtmlDownload.article(Actor, ArticleId, LanguageTag)",
                        "kb.download.read",
                        (portal, actor, target) -> HtmlDownload.of(portal.knowledge, DownloadOptions.standard())
                                        .article(actor, target.articles().published(), null)
                                        .size()
                                > 0),
                new Invoker(
                        "MarkdownDownload.article(Actor, ArticleId, LanguageTag)",
                        "kb.download.read",
                        (portal, actor, target) -> MarkdownDownload.of(portal.knowledge, DownloadOptions.standard())
                                        .article(actor, target.articles().published(), null)
                                        .size()
                                > 0),
                new Invoker(
                        "PdfDownload.article(Actor, ArticleId, LanguageTag)",
                        "kb.download.read",
                        (portal, actor, target) -> PdfDownload.of(portal.knowledge, DownloadOptions.standard())
                                        .article(actor, target.articles().published(), null)
                                        .size()
                                > 0));
    }
}
