// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.UploadAsset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleContentRulesTest {
    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final KnowledgeEditor editor = knowledge.editor();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void anEditorWhomTheHostNarrowsWritesWithinTheirAudiencesOnly() {
        Memory memory = new Memory();
        AccessPolicy narrow = (tx, actor, permission) ->
                Decision.allow(Scope.wholeTenant(actor.tenant()).ofAudiences(Bound.only(Set.of(Audience.role("a")))));
        try (Portal portal = Portal.builder(MemoryCoreStorage.in(memory))
                .policy(RolePolicy.standard().narrowedBy(narrow))
                .build()) {
            KnowledgeEditor narrowed =
                    KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory)).editor();
            ArticleContent own = editorial.german("Titel", "").forAudiences(Audience.role("a"));
            ArticleId id = narrowed.create(LENA, CreateArticle.of(own)).id();

            for (ArticleContent beyond : List.of(own.forAudiences(Audience.PUBLIC))) {
                assertThatThrownBy(() -> narrowed.create(LENA, CreateArticle.of(beyond)))
                        .isInstanceOf(PortalException.AccessDenied.class);
                assertThatThrownBy(() -> narrowed.edit(LENA, EditArticle.of(id, beyond)))
                        .isInstanceOf(PortalException.AccessDenied.class)
                        .hasMessageContaining("article.beyond-scope");
            }
            assertThat(narrowed.find(LENA, id).draft()).isEqualTo(own);
        }
    }

    @Test
    void aPictureIsReadByWhomItsArticleIsFor() throws IOException {
        Asset picture = upload("bilder/plan.png", "Bytes");
        ArticleId id = editorial.publish(editorial
                .german("Titel", "![Plan](bilder/plan.png)")
                .withAssets(List.of(picture))
                .forAudiences(Audience.SIGNED_IN));

        try (InputStream bytes = knowledge.openAsset(ERIKA, id, "bilder/plan.png")) {
            assertThat(bytes.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("Bytes");
        }
        assertThatThrownBy(() -> knowledge.openAsset(NOBODY, id, "bilder/plan.png"))
                .hasMessage("No such article");
        assertThatThrownBy(() -> knowledge.openAsset(ERIKA, id, "bilder/../plan.png"))
                .hasMessage("No such asset");
    }

    @Test
    void anArticleCantLinkBytesThatAreNotTheKnowledgeBases() {
        Asset ours = upload("a.png", "Bytes");
        ContentRef document = ContentRef.of(UUID.fromString("00000000-0000-7000-8000-000000000001"));
        editorial.content.write(Editorial.ACME, document, stream("Police"), 100);
        Asset stolen = new Asset("a.png", document, ours.mediaType(), ours.size(), ours.sha256());
        Asset lied = new Asset("a.png", ours.content(), "text/html", ours.size(), ours.sha256());

        for (Asset asset : List.of(stolen, lied)) {
            assertThatThrownBy(() -> editor.create(
                            LENA, CreateArticle.of(editorial.german("Titel", "").withAssets(List.of(asset)))))
                    .isInstanceOf(PortalException.NotFound.class)
                    .hasMessage("No such asset");
        }
    }

    @Test
    void twoFilesOfOneArticleCantHaveOnePath() {
        Asset one = upload("a.png", "eins");
        Asset two = upload("a.png", "zwei");

        assertThatThrownBy(() -> editor.create(
                        LENA, CreateArticle.of(editorial.german("Titel", "").withAssets(List.of(one, two)))))
                .hasMessageContaining("article.asset-path-twice");
    }

    private Asset upload(String path, String text) {
        return editor.upload(LENA, new UploadAsset(path, "text/plain"), stream(text));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
