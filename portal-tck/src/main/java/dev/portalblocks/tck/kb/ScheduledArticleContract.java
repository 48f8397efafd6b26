// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link PublishedArticleStore} about what is shown from when until when; a part of {@link
 * PublishedArticleStoreContract}.
 */
@ContractOf(PublishedArticleStore.class)
public interface ScheduledArticleContract {
    /** Returns a storage without articles and its domain; asked once, at the beginning of each test. */
    StoreFixture<KnowledgeStorage> fixture();

    /** To the microsecond, before, between and behind. */
    @Test
    @Promise(1)
    default void aShowingBeginsWithItsFirstMomentAndEndsBeforeItsLast() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        StoredArticle article = ScheduledArticles.of(
                Articles.id(Seed.random()), ScheduledArticles.shown(1, 0, 10), ScheduledArticles.shown(2, 20, null));
        PublishedArticles.insert(kb, article);
        for (Instant moment : ScheduledArticles.around(article)) {
            assertThat(PublishedArticles.find(kb, ALL, article.id(), moment))
                    .as("%s", moment)
                    .isEqualTo(article.shownAt(moment));
        }
    }

    /**
     * Who began to read before an editor was done, or whose clock is behind the editor's, sees what the editor did: neither nothing nor what
     * a schedule may still say of the time before.
     */
    @Test
    @Promise(1)
    default void aMomentBeforeTheLastChangeStandsForIt() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        ArticleContent content = Articles.content("placed").in(PublishedArticles.category(0));
        Showing<ArticleContent> over = ScheduledArticles.shown(1, 10, 20, content);
        Showing<ArticleContent> lasting = ScheduledArticles.shown(2, 30, null, content);
        StoredArticle article = ScheduledArticles.of(Articles.id(Seed.random()), over, lasting);
        PublishedArticles.insert(kb, article);
        for (int minute : new int[] {25, 30, 35}) {
            Instant changed = ScheduledArticles.minute(minute);
            article = article.next(ArticleState.PUBLISHED, article.parts(), changed);
            PublishedArticles.update(kb, article);
            PublishedArticles.Seen then = PublishedArticles.seen(kb, ALL, article.id(), changed);
            assertThat(then.found().map(PublishedArticle::showing))
                    .isEqualTo(minute < 30 ? Optional.empty() : Optional.of(lasting));
            for (int before : new int[] {-60, 9, 10, 15, 19, 20, 24}) {
                assertThat(PublishedArticles.seen(kb, ALL, article.id(), ScheduledArticles.minute(before)))
                        .as("in minute %d of what was changed in minute %d", before, minute)
                        .isEqualTo(then);
            }
        }
    }

    /** What was planned is given up, put off, and added to; what is over goes. */
    @Test
    @Promise(1)
    default void aChangedScheduleCountsAtOnce() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        for (int i = 0; i < 10; i++) {
            StoredArticle article = ScheduledArticles.any(random, new RandomScopes(random));
            PublishedArticles.insert(kb, article);
            for (int change = 0; change < 6; change++) {
                Parts<ArticleContent> parts =
                        ScheduledArticles.any(random, new RandomScopes(random)).parts();
                article = article.next(ArticleState.PUBLISHED, parts, Articles.NOON);
                PublishedArticles.update(kb, article);
                for (Instant moment : ScheduledArticles.around(article)) {
                    assertThat(PublishedArticles.find(kb, ALL, article.id(), moment))
                            .as("%s after change %d", moment, change)
                            .isEqualTo(article.shownAt(moment));
                }
            }
        }
    }

    /** For thirty moments and scopes, with a category and without. */
    @Test
    @Promise(2)
    default void theListIsWhatIsShownAtItsMoment() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = ScheduledArticles.inserted(kb, 30, scopes, random);
        for (int i = 0; i < 30; i++) {
            Scope scope = i < 10 ? ALL : scopes.scope(ACME);
            Instant moment = ScheduledArticles.moment(random);
            CategoryId category = i % 3 == 0 ? PublishedArticles.category(random.nextInt(3)) : null;
            List<PublishedArticle> expected = kept.stream()
                    .sorted(Articles.BY_ID)
                    .flatMap(article -> PublishedArticles.visible(article, scope, moment).stream())
                    .filter(article -> category == null
                            || article.revision().content().categories().contains(category))
                    .toList();
            PublishedArticles.Asked asked = new PublishedArticles.Asked(scope, moment, category);
            assertThat(PublishedArticles.list(kb, asked, 4, number -> {}))
                    .as("%s", asked)
                    .isEqualTo(expected);
        }
    }

    /** For thirty moments and scopes. */
    @Test
    @Promise(3)
    default void eachCategoryIsCountedAsItIsListedAtAnyMoment() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = ScheduledArticles.inserted(kb, 30, scopes, random);
        for (int i = 0; i < 30; i++) {
            Scope scope = i < 10 ? ALL : scopes.scope(ACME);
            Instant moment = ScheduledArticles.moment(random);
            Map<CategoryId, Integer> expected = new HashMap<>();
            kept.stream()
                    .flatMap(article -> PublishedArticles.visible(article, scope, moment).stream())
                    .flatMap(article -> article.revision().content().categories().stream())
                    .forEach(category -> expected.merge(category, 1, Integer::sum));
            assertThat(kb.<Map<CategoryId, Integer>>read(
                            (tx, store) -> store.published().countByCategory(tx, scope, moment)))
                    .as("%s at %s", scope, moment)
                    .isEqualTo(expected);
        }
    }

    /** With all that is still to come, for thirty moments and scopes; what is not shown from then on is absent. */
    @Test
    @Promise(5)
    default void aScheduleIsAllThatTheScopeCoversFromAMomentOn() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = new ArrayList<>(ScheduledArticles.inserted(kb, 30, scopes, random));
        kept.sort(Articles.BY_ID);
        StoredArticle foreign = Articles.published(OTHER, Articles.id(random), Articles.content("of another tenant"));
        PublishedArticles.insert(kb, foreign);
        assertThat(kb.<List<PlannedArticle>>read((tx, store) ->
                        store.published().listSchedules(tx, Scope.wholeTenant(OTHER), Articles.NOON, null, 5)))
                .containsExactly(ScheduledArticles.planned(foreign));
        assertThat(kb.<Optional<PlannedArticle>>read(
                        (tx, store) -> store.published().findSchedule(tx, ALL, foreign.id(), Articles.NOON)))
                .as("another tenant's")
                .isEmpty();
        for (int i = 0; i < 30; i++) {
            Scope scope = i < 10 ? ALL : scopes.scope(ACME);
            Instant moment = ScheduledArticles.moment(random);
            List<PlannedArticle> expected = kept.stream()
                    .filter(article ->
                            article.publishedLabel().filter(scope::covers).isPresent())
                    .flatMap(article -> ScheduledArticles.lasting(article, moment).stream())
                    .toList();
            List<PlannedArticle> listed = Pages.walk(
                            4,
                            (after, size) -> kb.read(
                                    (tx, store) -> store.published().listSchedules(tx, scope, moment, after, size)),
                            article -> Keyset.ofId(article.id()),
                            number -> {})
                    .stream()
                    .map(article -> ScheduledArticles.since(article, moment))
                    .toList();
            assertThat(listed).as("%s at %s", scope, moment).isEqualTo(expected);
            for (StoredArticle article : kept) {
                Optional<PlannedArticle> found = kb.<Optional<PlannedArticle>>read(
                                (tx, store) -> store.published().findSchedule(tx, scope, article.id(), moment))
                        .map(planned -> ScheduledArticles.since(planned, moment));
                assertThat(found)
                        .as("%s at %s", article.id(), moment)
                        .isEqualTo(expected.stream()
                                .filter(planned -> planned.id().equals(article.id()))
                                .findFirst());
            }
        }
    }
}
