// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.download.ArticleFile;
import dev.portalblocks.kb.download.DownloadOptions;
import dev.portalblocks.kb.download.HtmlDownload;
import dev.portalblocks.kb.download.MarkdownDownload;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.pdf.PdfDownload;
import dev.portalblocks.rendering.model.LinkTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The Java of the guide to downloads. */
final class DownloadSnippets {
    private DownloadSnippets() {}

    static List<ArticleFile> taken(
            KnowledgeBase knowledge, Actor erika, ArticleId hail, OutputStream response, Consumer<String> log)
            throws IOException {
        // guide begins
        DownloadOptions options = DownloadOptions.standard()
                .linkedBy(target -> target.type() == LinkTarget.Type.ARTICLE
                        ? Optional.of("https://hilfe.example/artikel/" + target.id())
                        : Optional.empty())
                .withPicturesUpTo(10_000_000); // bytes of all pictures of an article; 20 MiB if you don't say
        List<ArticleFile> files = List.of(
                MarkdownDownload.of(knowledge, options).article(erika, hail, null), // .md, or .zip with pictures
                HtmlDownload.of(knowledge, options).article(erika, hail, null), // one page, pictures and style in it
                PdfDownload.of(knowledge, options).article(erika, hail, LanguageTag.ENGLISH)); // of portal-kb-pdf
        ArticleFile pdf = files.get(2);
        log.accept(pdf.name() + ", " + pdf.mediaType() + ", " + pdf.size() + " bytes");
        pdf.writeTo(response);
        // guide ends
        return files;
    }
}
