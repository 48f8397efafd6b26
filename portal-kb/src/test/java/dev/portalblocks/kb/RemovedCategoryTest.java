// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.ImportOutcome;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.SourceKey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Removing a category never removes an article, whatever state it is in. */
class RemovedCategoryTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T08:00");

    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final KnowledgeEditor editor = knowledge.editor();
    private final CategoryId car = create("kfz");
    private final CategoryId hail = create("hagel");

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void removingACategoryKeepsItsArticles() {
        ArticleId both =
                editorial.publish(editorial.german("Hagel am Auto", "Melden").in(car, hail));
        ArticleId one = editorial.publish(editorial.german("Frost", "Abdecken").in(hail));

        remove(hail);

        assertThat(knowledge.read(NOBODY, both, null).categories()).containsExactly(car);
        assertThat(knowledge.read(NOBODY, one, null).categories()).isEmpty();
        assertThat(titles(null)).containsExactly("Hagel am Auto", "Frost");
        assertThat(titles(car)).containsExactly("Hagel am Auto");
        assertThat(titles(hail)).as("as of one that was never there").isEmpty();
        assertThat(knowledge.categories(NOBODY, null))
                .extracting(CategorySummary::id, CategorySummary::articles)
                .containsExactly(tuple(car, 1));
    }

    /** Also for what is planned. */
    @Test
    void anArticleThatIsPlannedIsShownInItsTime() {
        ArticleId id = draft(editorial.german("Adventsaktion", "Laternen").in(hail));
        editor.publish(LENA, PublishArticle.of(id).shown(MONDAY, null));

        remove(hail);

        editorial.now = editorial.now.plusSeconds(7L * 24 * 3600);
        assertThat(knowledge.read(NOBODY, id, null).categories()).isEmpty();
        assertThat(titles(null)).containsExactly("Adventsaktion");
    }

    @Test
    void aDraftIsPublishedWithoutTheCategoryThatIsGone() {
        ArticleId id = draft(editorial.german("Hagel", "Melden").in(hail, car));

        remove(hail);
        EditedArticle published = editor.publish(LENA, PublishArticle.of(id));

        assertThat(published.draft()).as("nothing of it is left to publish").isNull();
        assertThat(Objects.requireNonNull(published.published()).content().categories())
                .containsExactly(car);
    }

    /** As it brings no other place than readers see. */
    @Test
    void whatIsGoneDoesNotKeepAPlanFromBeingMade() {
        ArticleId id = editorial.publish(editorial.german("Tarif 2026", "alt").in(hail));
        remove(hail);
        editor.edit(LENA, EditArticle.of(id, editorial.german("Tarif 2027", "neu")));

        editor.publish(LENA, PublishArticle.of(id).shown(MONDAY, null));

        assertThat(titles(null)).containsExactly("Tarif 2026");
        editorial.now = editorial.now.plusSeconds(7L * 24 * 3600);
        assertThat(titles(null)).containsExactly("Tarif 2027");
    }

    /** Whoever read the article before the category went saves it with no word about it. */
    @Test
    void anEditThatStillNamesItIsSavedWithoutIt() {
        ArticleContent content = editorial.german("Hagel", "Melden").in(hail, car);
        ArticleId id = editorial.publish(content);
        remove(hail);

        EditedArticle edited = editor.edit(LENA, EditArticle.of(id, content.tagged("wetter")));

        assertThat(Objects.requireNonNull(edited.draft()).categories()).containsExactly(car);
    }

    @Test
    void anArticleDoesNotMoveToWhereNothingIs() {
        ArticleId id = editorial.publish(editorial.german("Hagel", "Melden").in(hail));
        CategoryId frost = create("frost");
        remove(frost);
        CategoryId never = CategoryId.of(new UUID(0x7000, 0x8000_0000_0000_0000L));

        for (CategoryId gone : List.of(frost, never)) {
            assertThatThrownBy(() -> editor.edit(
                            LENA,
                            EditArticle.of(id, editorial.german("Hagel", "").in(gone))))
                    .isInstanceOfSatisfying(
                            PortalException.NotFound.class,
                            e -> assertThat(e.code()).isEqualTo("category.not-found"));
        }
    }

    @Test
    void anEarlierRevisionIsRestoredWithoutIt() {
        ArticleId id = editorial.publish(editorial.german("Hagel", "alt").in(hail, car));
        editor.edit(LENA, EditArticle.of(id, editorial.german("Hagel", "neu")));
        editor.publish(LENA, PublishArticle.of(id));
        remove(hail);

        EditedArticle restored = knowledge.workflow().restore(LENA, RestoreRevision.of(id, 1));

        assertThat(Objects.requireNonNull(restored.draft()).categories()).containsExactly(car);
        assertThat(editor.revisions(LENA, id, PageRequest.first(5))
                        .items()
                        .get(1)
                        .content()
                        .categories())
                .as("what was published then")
                .containsExactly(hail, car);
    }

    @Test
    void anImportMakesItAgain() {
        ImportArticle command = new ImportArticle(
                new SourceKey("baum", "frost.md"), List.of("winter", "frost"), editorial.german("Frost", "Abdecken"));
        knowledge.intake().put(PROGRAM, command);
        CategoryId frost = knowledge.categoryEditor().list(LENA).get(3).id();
        remove(frost);

        assertThat(knowledge.intake().put(PROGRAM, command)).isEqualTo(ImportOutcome.CHANGED);

        CategoryId again = knowledge.categoryEditor().list(LENA).get(3).id();
        assertThat(again).isNotEqualTo(frost);
        assertThat(titles(again)).containsExactly("Frost");
        assertThat(knowledge.intake().put(PROGRAM, command)).isEqualTo(ImportOutcome.UNCHANGED);
    }

    private CategoryId create(String key) {
        return knowledge
                .categoryEditor()
                .create(LENA, CreateCategory.of(key, LocalizedText.german(key)))
                .id();
    }

    private void remove(CategoryId category) {
        knowledge.categoryEditor().remove(LENA, RemoveCategory.of(category));
    }

    private ArticleId draft(ArticleContent content) {
        return editor.create(LENA, CreateArticle.of(content)).id();
    }

    private List<String> titles(@Nullable CategoryId category) {
        return knowledge.list(NOBODY, category, null, PageRequest.first(10)).items().stream()
                .map(ArticleSummary::title)
                .toList();
    }
}
