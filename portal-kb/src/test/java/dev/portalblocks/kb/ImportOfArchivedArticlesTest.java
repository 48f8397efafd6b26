// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.ImportOutcome;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an editor takes out of sight no import brings back; what merely vanished, one does. */
class ImportOfArchivedArticlesTest {
    private static final SourceKey SOURCE = new SourceKey("handbuch", "a.md");

    private final Editorial editorial = new Editorial();
    private final KnowledgeEditor editor = editorial.knowledge.editor();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void anUnchangedSourceLeavesAnArchivedArticleAsItIs() {
        put("Eins");
        archive();
        Map<String, List<Object>> before = editorial.memory.contents();

        assertThat(put("Eins")).isEqualTo(ImportOutcome.UNCHANGED);

        assertThat(editorial.memory.contents()).isEqualTo(before);
        assertThat(titles()).isEmpty();
    }

    @Test
    void aChangedSourceBecomesADraftOfAnArchivedArticleOnce() {
        put("Eins");
        archive();

        assertThat(put("Zwei")).isEqualTo(ImportOutcome.CHANGED);
        assertThat(put("Zwei")).isEqualTo(ImportOutcome.UNCHANGED);

        assertThat(article().state()).isEqualTo(ArticleState.ARCHIVED);
        assertThat(article().draft()).isEqualTo(content("Zwei"));
        assertThat(titles()).isEmpty();
        editor.publish(LENA, PublishArticle.of(article().id()));
        assertThat(titles()).containsExactly("Zwei");
        assertThat(put("Zwei")).isEqualTo(ImportOutcome.UNCHANGED);
    }

    @Test
    void theDraftOfAnArchivedArticleIsNotLostToAChangedSource() {
        put("Eins");
        archive();
        editor.edit(LENA, EditArticle.of(article().id(), content("Von Lena")));

        assertThat(put("Zwei")).isEqualTo(ImportOutcome.UNCHANGED);
        assertThat(article().draft()).isEqualTo(content("Von Lena"));

        editor.publish(LENA, PublishArticle.of(article().id()));
        assertThat(put("Zwei")).isEqualTo(ImportOutcome.CHANGED);
        assertThat(titles()).containsExactly("Zwei");
    }

    /** Not even of the place that its source has moved to. */
    @Test
    void nothingIsMadeForAnArchivedArticleThatStaysAsItIs() {
        put("Eins");
        archive();
        editor.edit(LENA, EditArticle.of(article().id(), content("Von Lena")));
        Map<String, List<Object>> before = editorial.memory.contents();

        ImportArticle moved = new ImportArticle(SOURCE, List.of("kfz", "schaden"), content("Zwei"));
        assertThat(editorial.knowledge.intake().put(PROGRAM, moved)).isEqualTo(ImportOutcome.UNCHANGED);

        assertThat(editorial.memory.contents()).isEqualTo(before);
    }

    @Test
    void aSourceThatIsThereAgainBringsItsArticleBack() {
        put("Eins");
        editorial.knowledge.intake().withdraw(PROGRAM, SOURCE);
        assertThat(titles()).isEmpty();
        assertThat(article().state()).isEqualTo(ArticleState.VANISHED);

        assertThat(put("Eins")).isEqualTo(ImportOutcome.CHANGED);
        assertThat(titles()).containsExactly("Eins");
    }

    @Test
    void anEditorKeepsAwayWhatHasVanishedAndPublishesItAgain() {
        put("Eins");
        editorial.knowledge.intake().withdraw(PROGRAM, SOURCE);
        archive();
        assertThat(put("Eins")).isEqualTo(ImportOutcome.UNCHANGED);
        assertThat(titles()).isEmpty();

        editor.publish(LENA, PublishArticle.of(article().id()));
        editorial.knowledge.intake().withdraw(PROGRAM, SOURCE);
        editor.publish(LENA, PublishArticle.of(article().id()));
        assertThat(titles()).containsExactly("Eins");
    }

    @Test
    void onlyWhatReadersSeeCanVanish() {
        assertThatThrownBy(() -> editorial.knowledge.intake().withdraw(PROGRAM, SOURCE))
                .isInstanceOf(PortalException.NotFound.class);
        put("Eins");
        archive();
        assertThatThrownBy(() -> editorial.knowledge.intake().withdraw(PROGRAM, SOURCE))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("article.not-published");
    }

    private ImportOutcome put(String title) {
        return editorial.knowledge.intake().put(PROGRAM, new ImportArticle(SOURCE, List.of(), content(title)));
    }

    private ArticleContent content(String title) {
        return editorial.german(title, "Text.");
    }

    private void archive() {
        editor.archive(LENA, ArchiveArticle.of(article().id()));
    }

    private EditedArticle article() {
        ArticleId id =
                editorial.knowledge.intake().find(PROGRAM, SOURCE).orElseThrow().id();
        return editor.find(LENA, id);
    }

    private List<String> titles() {
        return editorial.knowledge.list(NOBODY, null, null, PageRequest.first(10)).items().stream()
                .map(ArticleSummary::title)
                .toList();
    }
}
