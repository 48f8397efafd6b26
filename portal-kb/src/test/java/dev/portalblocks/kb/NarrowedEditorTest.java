// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ACME;
import static dev.portalblocks.kb.Editorial.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.markdown.MarkdownExport;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.publishing.model.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nora edits what is for brokers, and by her host's policy nothing else. */
class NarrowedEditorTest {
    private static final Actor NORA = Actor.agent(ACME, "nora", "editor");
    private static final Audience BROKERS = Audience.role("broker");

    private final Editorial editorial = new Editorial(RolePolicy.standard().narrowedBy(forNora()));
    private final KnowledgeEditor editor = editorial.knowledge.editor();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void anArticleWhosePublishedSideIsBeyondReachDoesNotExist() {
        ArticleId id =
                editorial.publish(editorial.german("Geheim", "Nur intern.").forAudiences(Audience.role("staff")));
        editor.edit(LENA, EditArticle.of(id, forBrokers("Neu")));

        assertDoesNotExist(id);
    }

    @Test
    void anArticleWhoseDraftIsBeyondReachDoesNotExist() {
        ArticleId id = editorial.publish(forBrokers("Alt"));
        editor.edit(LENA, EditArticle.of(id, editorial.german("Entwurf", "").forAudiences(Audience.role("staff"))));

        assertDoesNotExist(id);
    }

    @Test
    void anArticleIsWithinReachWhenBothSidesAre() {
        ArticleId id = editorial.publish(forBrokers("Alt"));

        editor.edit(NORA, EditArticle.of(id, forBrokers("Neu")));
        EditedArticle published = editor.publish(NORA, PublishArticle.of(id));

        assertThat(editor.list(NORA, PageRequest.first(10)).items()).containsExactly(published);
    }

    @Test
    void whatIsBesideAPublishedSideWithinReachIsNotMovedBeyondIt() {
        ArticleId id = editorial.publish(forBrokers("Alt"));
        ArticleContent wide = editorial.german("Neu", "");

        assertThatThrownBy(() -> editor.edit(NORA, EditArticle.of(id, wide)))
                .isInstanceOf(PortalException.AccessDenied.class)
                .hasMessageContaining("article.beyond-scope");
    }

    @Test
    void revisionsBeyondReachAreLeftOut() {
        ArticleId id = editorial.publish(forBrokers("Eins"));
        editor.edit(LENA, EditArticle.of(id, editorial.german("Zwei", "")));
        editor.publish(LENA, PublishArticle.of(id));
        editor.edit(LENA, EditArticle.of(id, forBrokers("Drei")));
        editor.publish(LENA, PublishArticle.of(id));

        assertThat(editor.revisions(NORA, id, PageRequest.first(1)).items())
                .extracting(Revision::number)
                .containsExactly(3L);
        assertThat(editor.revisions(NORA, id, PageRequest.first(10)).items())
                .extracting(Revision::number)
                .containsExactly(3L, 1L);
        assertThat(editor.revisions(LENA, id, PageRequest.first(10)).items()).hasSize(3);
    }

    @Test
    void anExportHoldsNothingBeyondReach(@TempDir Path folder) throws IOException {
        ArticleId ours = editorial.publish(forBrokers("Ours"));
        ArticleId theirs = editorial.publish(editorial.german("Geheim", ""));
        editorial.knowledge.care().relate(LENA, RelateArticle.of(ours, theirs));

        MarkdownExport.of(editorial.knowledge).run(NORA, folder.resolve("aus"));

        assertThat(folder.resolve("aus/ours.md"))
                .content()
                .doesNotContain(theirs.toString())
                .contains(ours.toString());
        assertThat(folder.resolve("aus").toFile().list())
                .containsExactlyInAnyOrder("ours.md", "categories.yml", "portal-export.yml");
        assertThatThrownBy(() -> editorial.knowledge.export().openAsset(NORA, theirs, "a.png"))
                .isInstanceOf(PortalException.NotFound.class)
                .hasMessageContaining("article");
    }

    private void assertDoesNotExist(ArticleId id) {
        assertThat(editor.list(NORA, PageRequest.first(10)).items()).isEmpty();
        assertThatThrownBy(() -> editor.find(NORA, id)).isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> editor.revisions(NORA, id, PageRequest.first(10)))
                .isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> editor.edit(NORA, EditArticle.of(id, forBrokers("Anders"))))
                .isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> editor.publish(NORA, PublishArticle.of(id)))
                .isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> editor.archive(NORA, ArchiveArticle.of(id)))
                .isInstanceOf(PortalException.NotFound.class);
    }

    private ArticleContent forBrokers(String title) {
        return editorial.german(title, "").forAudiences(BROKERS);
    }

    private static AccessPolicy forNora() {
        return (tx, actor, permission) -> {
            Scope all = Scope.wholeTenant(actor.tenant());
            return Decision.allow(actor.equals(NORA) ? all.ofAudiences(Bound.only(Set.of(BROKERS))) : all);
        };
    }
}
