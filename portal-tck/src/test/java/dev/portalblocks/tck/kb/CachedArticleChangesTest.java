// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.CachedKnowledge.ERIKA;
import static dev.portalblocks.tck.kb.CachedKnowledge.LENA;
import static dev.portalblocks.tck.kb.CachedKnowledge.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.HostedStorage.Engine;
import dev.portalblocks.tck.Outcomes;
import dev.portalblocks.tck.kb.CachedKnowledge.Mode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of a cached article is seen by the next read: of its texts, names and categories, by whoever made it, and by time. */
class CachedArticleChangesTest {
    /** No task runs, and nothing is asked of the storage on one node. */
    @ParameterizedTest
    @MethodSource("dev.portalblocks.tck.kb.CachedArticlesTest#all")
    void whatIsPlannedHoldsFromItsFirstMomentOnAndNotBeyondItsLast(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            ArticleId id = house.published("Heute", Audience.PUBLIC);
            house.cached.editor().edit(LENA, EditArticle.of(id, CachedKnowledge.german("Morgen", Audience.PUBLIC)));
            house.cached
                    .editor()
                    .publish(
                            LENA,
                            PublishArticle.of(id)
                                    .shown(
                                            LocalDateTime.parse("2026-03-02T09:00"),
                                            LocalDateTime.parse("2026-03-03T09:00")));
            for (String title : List.of("Heute", "Morgen", "")) {
                for (Actor actor : List.of(NOBODY, ERIKA, NOBODY)) {
                    assertThat(Outcomes.of(() -> house.cached.read(actor, id, null)))
                            .contains(title.isEmpty() ? "not-found" : "title=" + title + ",");
                    assertThat(Outcomes.of(() -> house.cached.readBySlug(actor, LanguageTag.GERMAN, "heute")))
                            .contains(title.isEmpty() ? "not-found" : "title=" + title + ",");
                }
                house.forward(Duration.ofDays(1));
            }
        }
    }

    /** One that leads on, one that was let go, and one that another article has since. */
    @ParameterizedTest
    @MethodSource("dev.portalblocks.tck.kb.CachedArticlesTest#all")
    void aNameLeadsToWhomItBelongsNow(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            ArticleId hail = house.published("Hagel", Audience.PUBLIC);
            ArticleId storm = house.published("Sturm", Audience.PUBLIC);
            assertThat(bySlug(house, "hagel").id()).isEqualTo(hail);
            rename(house, hail, "hagelschaden");
            assertThat(bySlug(house, "hagel").slug()).isEqualTo("hagelschaden");
            assertThat(bySlug(house, "hagelschaden").id()).isEqualTo(hail);
            house.cached.care().release(LENA, ReleaseSlug.of(hail, LanguageTag.GERMAN, "hagel"));
            assertMissing(() -> bySlug(house, "hagel"));
            rename(house, storm, "hagel");
            assertThat(bySlug(house, "hagel").id()).isEqualTo(storm);
            assertThat(bySlug(house, "hagel").id()).isEqualTo(storm);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.portalblocks.tck.kb.CachedArticlesTest#all")
    void aCategoryThatIsGoneIsSeenToBeGone(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            CategoryId category = house.cached
                    .categoryEditor()
                    .create(LENA, CreateCategory.of("kfz", LocalizedText.german("Kfz")))
                    .id();
            ArticleId id = house.cached
                    .editor()
                    .create(
                            LENA,
                            CreateArticle.of(CachedKnowledge.german("Hagel", Audience.PUBLIC)
                                    .in(category)))
                    .id();
            house.cached.editor().publish(LENA, PublishArticle.of(id));
            assertThat(house.cached.read(NOBODY, id, null).categories()).containsExactly(category);
            assertThat(bySlug(house, "hagel").categories()).containsExactly(category);
            house.cached.categoryEditor().remove(LENA, RemoveCategory.of(category));
            assertThat(house.cached.read(NOBODY, id, null).categories()).isEmpty();
            assertThat(bySlug(house, "hagel").categories()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.portalblocks.tck.kb.CachedArticlesTest#all")
    void whatAHostsTransactionPublishesIsSeenInItAndByOthersAfterItsCommit(Engine engine, Mode mode) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), mode)) {
            ArticleId id = house.published("Hagel", Audience.PUBLIC);
            for (boolean commits : new boolean[] {false, true, false, true}) {
                String before = house.cached.read(NOBODY, id, null).text().title();
                String title = before + (commits ? "!" : "?");
                house.stored.joined(commits, () -> {
                    house.publish(house.cached, id, CachedKnowledge.german(title, Audience.PUBLIC));
                    assertThat(house.cached.read(NOBODY, id, null).text().title())
                            .as("within")
                            .isEqualTo(title);
                    assertThat(elsewhere(() ->
                                    house.cached.read(NOBODY, id, null).text().title()))
                            .as("beside")
                            .isEqualTo(before);
                    return house.cached.read(NOBODY, id, null);
                });
                for (int i = 0; i < 2; i++) {
                    assertThat(house.cached.read(NOBODY, id, null)).isEqualTo(house.plain.read(NOBODY, id, null));
                }
                assertThat(house.cached.read(NOBODY, id, null).text().title()).isEqualTo(commits ? title : before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onSeveralNodesAnothersChangeIsSeenByTheNextRead(Engine engine) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), Mode.SEVERAL_NODES)) {
            ArticleId id = house.published("Hagel", Audience.PUBLIC);
            for (int i = 0; i < 5; i++) {
                house.cached.read(NOBODY, id, null);
                house.publish(house.plain, id, CachedKnowledge.german("Hagel " + i, Audience.PUBLIC));
                assertThat(house.cached.read(NOBODY, id, null).text().title()).isEqualTo("Hagel " + i);
                assertThat(bySlug(house, "hagel").text().title()).isEqualTo("Hagel " + i);
            }
            house.publish(house.plain, id, CachedKnowledge.german("Geheim", Audience.role("broker")));
            assertMissing(() -> house.cached.read(NOBODY, id, null));
            house.plain.editor().archive(LENA, ArchiveArticle.of(id));
            assertMissing(() -> house.cached.read(ERIKA.withRoles("broker"), id, null));
        }
    }

    /** What it read is from before the change, and it comes to keep it when that has long ended. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadBeforeAPublicationKeepsNothingAfterIt(Engine engine) {
        try (CachedKnowledge house = new CachedKnowledge(engine.empty(), Mode.ONE_NODE);
                Companion editor = new Companion()) {
            ArticleId id = house.published("Hagel", Audience.PUBLIC);
            house.afterNext(
                    "findSchedule",
                    () -> editor.does(() -> {
                        house.publish(house.cached, id, CachedKnowledge.german("Sturm", Audience.PUBLIC));
                        return true;
                    }));
            assertThat(house.cached.read(NOBODY, id, null).text().title())
                    .as("it began before")
                    .isEqualTo("Hagel");
            assertThat(house.cached.read(NOBODY, id, null).text().title()).isEqualTo("Sturm");
        }
    }

    private static Article bySlug(CachedKnowledge house, String slug) {
        return bySlug(house, slug, NOBODY);
    }

    private static Article bySlug(CachedKnowledge house, String slug, Actor actor) {
        return house.cached.readBySlug(actor, LanguageTag.GERMAN, slug);
    }

    private static void rename(CachedKnowledge house, ArticleId id, String slug) {
        house.cached.care().rename(LENA, RenameArticle.of(id, LanguageTag.GERMAN, slug));
    }

    private static <T> T elsewhere(Supplier<T> read) {
        try (Companion other = new Companion()) {
            return other.does(read::get);
        }
    }

    private static void assertMissing(Supplier<?> read) {
        assertThat(Outcomes.of(read)).isEqualTo("NotFound article.not-found");
    }
}
