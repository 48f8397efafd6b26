// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the guide to audiences is compiled and does what it says. */
class AudiencesGuideTest {
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final TenantId ACME = TenantId.of("acme");

    @Test
    void theLinesAboutAudiencesAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, Path.of("../docs/guide/audiences.md")))
                .hasSize(2)
                .isEqualTo(
                        pieces(COMPILED, Path.of("src/test/java/dev/portalblocks/tck/readme/AudienceSnippets.java")));
    }

    @Test
    void thePageOnAudiencesDoesWhatItSays() {
        AudienceSnippets.Crm crm = new AudienceSnippets.Crm() {
            @Override
            public Set<String> segments(String customer) {
                return customer.equals("premium") ? Set.of("premium") : Set.of("new");
            }

            @Override
            public Set<String> products(String customer) {
                return customer.equals("owner") ? Set.of("hausrat", "kfz") : Set.of("kfz");
            }
        };
        Memory memory = new Memory();
        try (Portal portal = AudienceSnippets.portal(MemoryCoreStorage.in(memory), crm)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            Actor lena = Actor.agent(ACME, "lena", "editor");
            ArticleId glass = knowledge
                    .editor()
                    .create(lena, CreateArticle.of(AudienceSnippets.content()))
                    .id();
            knowledge.editor().publish(lena, PublishArticle.of(glass));

            assertThat(count(knowledge, "premium")).isEqualTo(1);
            assertThat(count(knowledge, "owner")).isEqualTo(1);
            assertThat(count(knowledge, "other")).isZero();
        }
    }

    private static int count(KnowledgeBase knowledge, String customer) {
        Actor actor = Actor.customer(ACME, CustomerId.of(customer));
        return knowledge.list(actor, null, null, PageRequest.first(10)).items().size();
    }

    /** Without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
