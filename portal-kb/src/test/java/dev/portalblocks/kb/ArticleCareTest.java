// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.RenameArticle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleCareTest {
    private static final Actor BROKER = Editorial.ERIKA.withRoles("broker");

    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final ArticleCare care = knowledge.care();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void somebodyAnswersForAnArticleAndLooksAtItInTime() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        ArticleId water = editorial.draft(editorial.german("Wasser", "x"));
        LocalDate christmas = LocalDate.of(2026, 12, 24);
        assign(hail, "lena", christmas);
        assign(storm, "anton", christmas.minusDays(1));
        assign(water, "lena", christmas.plusDays(1));

        assertThat(care.owned(LENA, "lena", PageRequest.first(5)).items())
                .extracting(EditedArticle::id)
                .containsExactly(hail, water);
        assertThat(due(christmas, null)).containsExactly(storm, hail);
        assertThat(due(christmas, "lena")).containsExactly(hail);
        assertThat(due(christmas.minusDays(2), null)).isEmpty();
        assertThat(due(LocalDate.MAX, null)).containsExactly(storm, hail, water);
        assertThat(due(LocalDate.MIN, null)).isEmpty();
        assertThat(care.owned(LENA, "\u0000", PageRequest.first(5)).items()).isEmpty();

        assign(hail, null, null);
        assertThat(due(christmas, null)).containsExactly(storm);
        assertRefused("article.review-year", () -> assign(hail, "lena", LocalDate.of(9999, 1, 1)));
        assertRefused("article.review-year", () -> assign(hail, "lena", LocalDate.of(0, 12, 31)));
    }

    @Test
    void pagesOfWhatIsDueGoOnWhereTheyEnded() {
        List<ArticleId> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ArticleId id = published("Artikel " + i);
            assign(id, "lena", LocalDate.of(2026, 12, 1 + i / 3));
            expected.add(id);
        }
        List<ArticleId> seen = new ArrayList<>();
        PageRequest request = PageRequest.first(2);
        while (request != null) {
            var page = care.due(LENA, LocalDate.of(2027, 1, 1), "lena", request);
            page.items().forEach(article -> seen.add(article.id()));
            request = page.next() == null ? null : new PageRequest(2, page.next());
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void whatIsRelatedIsShownAsFarAsReadersMaySeeIt() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        ArticleId secret = editorial.publish(editorial.german("Geheim", "x").forAudiences(Audience.role("broker")));
        ArticleId draft = editorial.draft(editorial.german("Entwurf", "x"));
        relate(hail, secret, storm, draft);
        relate(storm, hail);

        assertThat(related(NOBODY, hail)).containsExactly(storm);
        assertThat(related(BROKER, hail)).containsExactly(secret, storm);
        assertThat(related(NOBODY, storm)).containsExactly(hail);
        knowledge.editor().publish(LENA, PublishArticle.of(draft));
        assertThat(related(NOBODY, hail)).containsExactly(storm, draft);
        knowledge.editor().archive(LENA, ArchiveArticle.of(storm));
        assertThat(related(NOBODY, hail)).containsExactly(draft);
        assertMissing(() -> related(NOBODY, secret));
        relate(hail);
        assertThat(related(NOBODY, hail)).isEmpty();
    }

    @Test
    void anArticleIsNotRelatedToItselfOrToWhatIsNotThere() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        assertRefused("article.related-to-itself", () -> relate(hail, hail));
        assertRefused("article.related-twice", () -> relate(hail, storm, storm));
        assertRefused("article.related-unknown", () -> relate(hail, ArticleId.of(new UUID(1, 2))));
        assertRefused(
                "command.invalid",
                () -> relate(hail, Collections.nCopies(21, storm).toArray(ArticleId[]::new)));
    }

    /** Neither the draft nor what readers see, nor what is outdated. */
    @Test
    void settingsChangeNothingElse() {
        ArticleId hail = editorial.publish(editorial.german("Hagel", "x").with(LanguageTag.ENGLISH, "Hail", "y"));
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Entwurf", "z")));
        EditedArticle before = knowledge.editor().find(LENA, hail);
        assign(hail, "lena", LocalDate.of(2027, 1, 1));
        rename(hail, "hagelschaden");
        EditedArticle after = relate(hail, published("Sturm"));
        assertThat(after.draft()).isEqualTo(before.draft());
        assertThat(after.published()).isEqualTo(before.published());
        assertThat(after.schedule()).isEqualTo(before.schedule());
        assertThat(after.texts()).isEqualTo(before.texts());
        assertThat(after.version()).isEqualTo(before.version() + 3);
        assertThat(after.settings().slugs())
                .isEqualTo(Map.of(LanguageTag.GERMAN, "hagelschaden", LanguageTag.ENGLISH, "hail"));
        assertThat(after.settings().owner()).isEqualTo("lena");
    }

    /** Whoever writes meanwhile. */
    @Test
    void settingsStayWhenTheArticleIsEditedAndPublished() {
        ArticleId hail = published("Hagel");
        assign(hail, "lena", LocalDate.of(2027, 1, 1));
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Sturm", "z")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail));
        knowledge.editor().archive(LENA, ArchiveArticle.of(hail));
        EditedArticle now = knowledge.editor().publish(LENA, PublishArticle.of(hail));
        assertThat(now.settings().owner()).isEqualTo("lena");
        assertThat(now.settings().slugs()).isEqualTo(Map.of(LanguageTag.GERMAN, "hagel"));
    }

    @Test
    void anOldVersionIsAConflictThatCarriesWhatIsThere() {
        ArticleId hail = published("Hagel");
        long seen = knowledge.editor().find(LENA, hail).version();
        assign(hail, "lena", null);
        assertThatThrownBy(() -> care.rename(
                        LENA, RenameArticle.of(hail, LanguageTag.GERMAN, "neu").expecting(seen)))
                .isInstanceOfSatisfying(
                        PortalException.Conflict.class,
                        conflict -> assertThat(conflict.findCurrent(EditedArticle.class)
                                        .map(now -> Objects.requireNonNull(
                                                now.settings().owner())))
                                .contains("lena"));
        assertMissing(() -> bySlug("neu"));
    }

    private Article bySlug(String slug) {
        return knowledge.readBySlug(NOBODY, LanguageTag.GERMAN, slug);
    }

    private ArticleId published(String title) {
        return editorial.publish(editorial.german(title, "Text"));
    }

    private EditedArticle rename(ArticleId article, String slug) {
        return care.rename(LENA, RenameArticle.of(article, LanguageTag.GERMAN, slug));
    }

    private EditedArticle assign(ArticleId article, @Nullable String owner, @Nullable LocalDate day) {
        return care.assign(LENA, AssignArticle.of(article, owner, day));
    }

    private EditedArticle relate(ArticleId article, ArticleId... others) {
        return care.relate(LENA, RelateArticle.of(article, others));
    }

    private List<ArticleId> related(Actor reader, ArticleId article) {
        return knowledge.related(reader, article, null).stream()
                .map(ArticleSummary::id)
                .toList();
    }

    private List<ArticleId> due(LocalDate until, @Nullable String owner) {
        return care.due(LENA, until, owner, PageRequest.first(5)).items().stream()
                .map(EditedArticle::id)
                .toList();
    }

    private static void assertMissing(ThrowingCallable work) {
        assertRefused("article.not-found", work);
    }
}
