// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.download.ArticleFile;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the guide to downloads is compiled and does what it says. */
class DownloadsGuideTest {
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final TenantId ACME = TenantId.of("acme");

    @Test
    void theLinesAboutDownloadsAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, Path.of("../docs/guide/downloads.md")))
                .hasSize(1)
                .isEqualTo(
                        pieces(COMPILED, Path.of("src/test/java/dev/portalblocks/tck/readme/DownloadSnippets.java")));
    }

    @Test
    void thePageOnDownloadsDoesWhatItSays() throws IOException {
        Memory memory = new Memory();
        Actor lena = Actor.agent(ACME, "lena", "editor");
        try (Portal portal = Portal.of(memory)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "Hagelschaden", "Melden Sie ihn.")
                    .with(LanguageTag.ENGLISH, "Hail damage", "Report it.");
            ArticleId hail =
                    knowledge.editor().create(lena, CreateArticle.of(content)).id();
            knowledge.editor().publish(lena, PublishArticle.of(hail));
            Actor erika = Actor.customer(ACME, CustomerId.of("4711"));
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            List<String> log = new ArrayList<>();
            List<ArticleFile> files = DownloadSnippets.taken(knowledge, erika, hail, response, log::add);
            assertThat(files)
                    .extracting(ArticleFile::name)
                    .containsExactly("Hagelschaden.md", "Hagelschaden.html", "Hail damage.pdf");
            assertThat(log).containsExactly("Hail damage.pdf, application/pdf, " + response.size() + " bytes");
        }
    }

    /** Without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
