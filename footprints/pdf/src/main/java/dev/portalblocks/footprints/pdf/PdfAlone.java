// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.pdf;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.download.ArticleFile;
import dev.portalblocks.kb.download.DownloadOptions;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.pdf.PdfDownload;

/** Shows that an article becomes a PDF on the module path, with its fonts. */
public final class PdfAlone {
    private PdfAlone() {}

    /** Prints the module it runs in, and the name and the type of a file. */
    public static void main(String[] args) {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            TenantId acme = TenantId.of("acme");
            ArticleId article = publishOne(knowledge, Actor.agent(acme, "edda", "editor"));
            ArticleFile file =
                    PdfDownload.of(knowledge, DownloadOptions.standard()).article(Actor.anonymous(acme), article, null);
            System.out.println(PdfAlone.class.getModule().getName());
            System.out.println(file.name() + " of " + file.mediaType());
        }
    }

    private static ArticleId publishOne(KnowledgeBase knowledge, Actor editor) {
        ArticleContent content = ArticleContent.of(
                LanguageTag.GERMAN, "Der Beitrag", "So setzt sich zusammen, was Sie **jährlich** zahlen.");
        ArticleId article =
                knowledge.editor().create(editor, CreateArticle.of(content)).id();
        knowledge.editor().publish(editor, PublishArticle.of(article));
        return article;
    }
}
