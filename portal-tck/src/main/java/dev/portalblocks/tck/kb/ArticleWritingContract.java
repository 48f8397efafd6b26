// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Promises 2, 4, 5 and, of rollbacks, 7 of {@link ArticleStore}, about its writers; part of {@link ArticleStoreContract}. */
@ContractOf(ArticleStore.class)
public interface ArticleWritingContract {
    /** Where an article came from. */
    SourceKey SOURCE = new SourceKey("handbuch", "kfz/beitrag.md");

    /** Returns a store without articles and its domain; asked once, at the beginning of each test. */
    StoreFixture<ArticleStore> fixture();

    /** Both the next lock and the next update. */
    @Test
    @Promise(2)
    default void aLockedArticleIsLockedUntilTheTransactionEnds() {
        StoreFixture<ArticleStore> articles = fixture();
        StoredArticle first = inserted(articles, SOURCE);
        StoredArticle second = Articles.renamed(first, "second");
        StoredArticle never = Articles.renamed(first, "never");
        try (Companion locker = new Companion();
                Companion updater = new Companion()) {
            Deque<Future<Boolean>> update = new ArrayDeque<>();
            Future<Optional<StoredArticle>> lock = articles.write((tx, store) -> {
                assertThat(store.findForUpdate(tx, ALL, first.id())).contains(first);
                Future<Optional<StoredArticle>> begun =
                        locker.begins(() -> articles.write((t, s) -> s.findForUpdate(t, ALL, first.id())));
                update.add(updater.begins(() -> isUpdated(articles, never)));
                assertThat(begun).as("another's findForUpdate").isNotDone();
                assertThat(update.getLast()).as("another's update").isNotDone();
                store.update(tx, second);
                return begun;
            });
            assertThat(Outcome.of(lock).orFail()).contains(second);
            assertThat(Outcome.of(update.getLast()).orFail()).as("has ended").isNotNull();
        }
        assertThat(find(articles, first.id())).contains(second);
    }

    /** Not what the transaction had read before. */
    @Test
    @Promise(2)
    default void aLockShowsWhatWasCommittedLast() {
        StoreFixture<ArticleStore> articles = fixture();
        StoredArticle first = inserted(articles, null);
        StoredArticle second = Articles.renamed(first, "second");
        try (Companion other = new Companion()) {
            articles.change((tx, store) -> {
                assertThat(store.find(tx, ALL, first.id())).contains(first);
                assertThat(other.does(() -> isUpdated(articles, second))).isTrue();
                assertThat(store.findForUpdate(tx, ALL, first.id())).contains(second);
            });
        }
    }

    /** Whether the source is another or not. */
    @Test
    @Promise(4)
    default void aTakenIdIsRefused() {
        StoreFixture<ArticleStore> articles = fixture();
        StoredArticle first = inserted(articles, SOURCE);
        SourceKey free = new SourceKey("handbuch", "frei.md");
        assertThat(isInserted(articles, Articles.draft(ACME, first.id(), free, "never")))
                .isFalse();
        assertThat(isInserted(articles, Articles.draft(ACME, first.id(), null, "never")))
                .isFalse();
        assertThat(isInserted(articles, first)).isFalse();
        assertThat(find(articles, first.id())).contains(first);
        StoredArticle next = Articles.draft(ACME, Articles.id(random()), free, "next");
        assertThat(isInserted(articles, next))
                .as("an article from the refused one's source")
                .isTrue();
    }

    /** And the refused one's id stays free; articles without a source don't stand in each other's way. */
    @Test
    @Promise(4)
    default void aTakenSourceIsRefused() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = random();
        StoredArticle first = inserted(articles, SOURCE);
        ArticleId id = Articles.id(random);
        assertThat(isInserted(articles, Articles.draft(ACME, id, SOURCE, "never")))
                .isFalse();
        assertThat(find(articles, id)).isEmpty();
        assertThat(isInserted(articles, Articles.draft(ACME, id, null, "kept"))).isTrue();
        assertThat(isInserted(articles, Articles.draft(ACME, Articles.id(random), null, "kept, too")))
                .isTrue();
        assertThat(find(articles, first.id())).contains(first);
    }

    /** And takes the place of one that is rolled back. */
    @Test
    @Promise(4)
    default void aConcurrentSecondWaitsForTheFirst() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = random();
        StoredArticle first = Articles.draft(ACME, Articles.id(random), SOURCE, "first");
        StoredArticle ofSameSource = Articles.draft(ACME, Articles.id(random), SOURCE, "second");
        StoredArticle ofSameId = Articles.draft(ACME, first.id(), null, "third");
        Deque<Future<Boolean>> begun = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            articles.rollBack((tx, store) -> {
                store.insert(tx, first);
                begun.add(other.begins(() -> isInserted(articles, ofSameSource)));
                assertThat(begun.getLast())
                        .as("the second, before the first has ended")
                        .isNotDone();
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a rollback")
                    .isTrue();
            articles.change((tx, store) -> {
                store.insert(tx, Articles.draft(ACME, first.id(), null, "first"));
                begun.add(other.begins(() -> isInserted(articles, ofSameId)));
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a commit")
                    .isFalse();
        }
    }

    /** Eight at once. */
    @Test
    @Promise(4)
    default void ofManyFromOneSourceOneIsInserted() {
        StoreFixture<ArticleStore> articles = fixture();
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> {
            SplittableRandom random = new SplittableRandom(Seed.value() + runner);
            return isInserted(articles, Articles.draft(ACME, Articles.id(random), SOURCE, "runner " + runner));
        });
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
    }

    /** Older, the same, too new, or not there. */
    @Test
    @Promise(5)
    default void onlyTheNextVersionReplacesAnArticle() {
        StoreFixture<ArticleStore> articles = fixture();
        StoredArticle first = inserted(articles, SOURCE);
        StoredArticle second = Articles.renamed(first, "second");
        assertThat(isUpdated(articles, second)).isTrue();
        StoredArticle never = Articles.renamed(second, "never");
        for (long version : new long[] {0, 1, 2, 4, Long.MAX_VALUE}) {
            assertThat(isUpdated(articles, Articles.at(never, version)))
                    .as("version %d", version)
                    .isFalse();
        }
        StoredArticle unknown = Articles.draft(ACME, Articles.id(random()), null, "never");
        assertThat(isUpdated(articles, Articles.at(unknown, 1))).isFalse();
        assertThat(find(articles, first.id())).contains(second);
        assertThat(find(articles, unknown.id())).isEmpty();
    }

    /** Of two that saw the same version. */
    @Test
    @Promise(5)
    default void ofTwoConcurrentUpdatesOneCounts() {
        StoreFixture<ArticleStore> articles = fixture();
        StoredArticle first = inserted(articles, null);
        StoredArticle second = Articles.renamed(first, "second");
        try (Companion other = new Companion()) {
            Future<Boolean> begun = articles.write((tx, store) -> {
                assertThat(store.update(tx, second)).isTrue();
                return other.begins(() -> isUpdated(articles, Articles.renamed(first, "never")));
            });
            assertThat(Outcome.of(begun).orFail()).isFalse();
        }
        assertThat(find(articles, first.id())).contains(second);
    }

    /** Whatever the update says. */
    @Test
    @Promise(5)
    default void theSourceNeverChanges() {
        StoreFixture<ArticleStore> articles = fixture();
        StoredArticle first = inserted(articles, SOURCE);
        SourceKey other = new SourceKey("handbuch", "anders.md");
        isUpdated(articles, Articles.at(Articles.draft(ACME, first.id(), other, "moved"), 2));

        assertThat(find(articles, first.id()).orElseThrow().source()).isEqualTo(SOURCE);
        assertThat(findBySource(articles, SOURCE)).isPresent();
        assertThat(findBySource(articles, other)).isEmpty();
    }

    /** Neither an article nor a change nor a taken source. */
    @Test
    @Promise(7)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        StoredArticle kept = Articles.draft(ACME, Articles.id(random), null, "kept");
        StoredArticle never = Articles.draft(ACME, Articles.id(random), new SourceKey("a", "b"), "never");
        articles.change((tx, store) -> store.insert(tx, kept));
        articles.rollBack((tx, store) -> {
            store.insert(tx, never);
            store.update(tx, Articles.renamed(kept, "never"));
        });
        assertThat(articles.<List<StoredArticle>>read((tx, store) -> store.list(tx, ALL, null, 10)))
                .containsExactly(kept);
        assertThat(articles.<Optional<StoredArticle>>read(
                        (tx, store) -> store.findBySource(tx, ALL, new SourceKey("a", "b"))))
                .isEmpty();
        assertThat(articles.<Boolean>write((tx, store) -> store.insert(tx, never)))
                .isTrue();
    }

    private static SplittableRandom random() {
        return new SplittableRandom(Seed.value() + 1);
    }

    private static StoredArticle inserted(StoreFixture<ArticleStore> articles, @Nullable SourceKey source) {
        StoredArticle first = Articles.draft(ACME, Articles.id(Seed.random()), source, "first");
        assertThat(isInserted(articles, first)).isTrue();
        return first;
    }

    private static boolean isInserted(StoreFixture<ArticleStore> articles, StoredArticle article) {
        return articles.write((tx, store) -> store.insert(tx, article));
    }

    private static boolean isUpdated(StoreFixture<ArticleStore> articles, StoredArticle article) {
        return articles.write((tx, store) -> store.update(tx, article));
    }

    private static Optional<StoredArticle> find(StoreFixture<ArticleStore> articles, ArticleId id) {
        return articles.read((tx, store) -> store.find(tx, ALL, id));
    }

    private static Optional<StoredArticle> findBySource(StoreFixture<ArticleStore> articles, SourceKey source) {
        return articles.read((tx, store) -> store.findBySource(tx, ALL, source));
    }
}
