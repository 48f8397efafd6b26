// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static dev.portalblocks.tck.kb.Views.DAY;
import static dev.portalblocks.tck.kb.Views.secret;
import static dev.portalblocks.tck.kb.Views.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewSecret;
import dev.portalblocks.kb.spi.ViewStore;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link ViewStore}: implement it in a test class and return the store to be tested. */
@ContractOf(ViewStore.class)
public interface ViewStoreContract {
    /** Returns a store without views and its domain; asked once, at the beginning of each test. */
    StoreFixture<ViewStore> fixture();

    /** In the same transaction and in a later one; another day has another. */
    @Test
    @Promise(1)
    default void aDayHasTheSecretThatCameFirst() {
        StoreFixture<ViewStore> views = fixture();
        String longest = "x".repeat(100);
        views.change((tx, store) -> {
            assertThat(store.secret(tx, secret(DAY, longest))).isEqualTo(longest);
            assertThat(store.secret(tx, secret(DAY, "second"))).isEqualTo(longest);
        });
        assertThat(put(views, secret(DAY, "third"))).isEqualTo(longest);
        assertThat(put(views, secret(DAY.plusDays(1), "tomorrow's"))).isEqualTo("tomorrow's");
        assertThat(put(views, secret(DAY.minusDays(1), "yesterday's"))).isEqualTo("yesterday's");
        assertThat(put(views, secret(DAY, "fourth"))).isEqualTo(longest);
    }

    /** Before the first one has committed. */
    @Test
    @Promise(1)
    default void whoComesWhileAnotherBeginsADayGetsTheSameSecret() {
        StoreFixture<ViewStore> views = fixture();
        try (Companion other = new Companion()) {
            Future<String> second = views.write((tx, store) -> {
                store.secret(tx, secret(DAY, "first"));
                return other.begins(() -> put(views, secret(DAY, "second")));
            });
            assertThat(Outcome.of(second).orFail()).isEqualTo("first");
        }
    }

    /** Eight at once. */
    @Test
    @Promise(1)
    default void ofManyAtOnceAllGetTheSameSecret() {
        StoreFixture<ViewStore> views = fixture();
        for (int round = 0; round < 5; round++) {
            LocalDate day = DAY.plusDays(round);
            List<Outcome<String>> outcomes = Race.of(8, runner -> put(views, secret(day, "of " + runner)));
            String kept = put(views, secret(day, "late"));
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.orFail()).isEqualTo(kept));
        }
    }

    /** Of the days before, and no other one; a day that begins again has a new one. */
    @Test
    @Promise(2)
    default void secretsOfEarlierDaysAreDropped() {
        StoreFixture<ViewStore> views = fixture();
        for (int day = 0; day < 4; day++) {
            put(views, secret(DAY.plusDays(day), "old"));
        }
        assertThat(drop(views, ACME, DAY.plusDays(2))).isEqualTo(2);
        assertThat(drop(views, ACME, DAY.plusDays(2))).isZero();
        assertThat(put(views, secret(DAY.plusDays(2), "new"))).isEqualTo("old");
        assertThat(put(views, secret(DAY.plusDays(3), "new"))).isEqualTo("old");
        assertThat(put(views, secret(DAY.plusDays(1), "new"))).isEqualTo("new");
    }

    /** Whatever is said of it the second time. */
    @Test
    @Promise(3)
    default void aKeyIsTakenOnce() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        StoredView first = view(random, Articles.id(random), 1, DAY);
        assertThat(add(views, first)).isTrue();
        assertThat(add(views, first)).isFalse();
        assertThat(add(views, Views.of(first, ACME, Articles.id(random)))).isFalse();
        views.change((tx, store) -> {
            StoredView second = view(random, first.article(), 1, DAY);
            assertThat(store.add(tx, second)).isTrue();
            assertThat(store.add(tx, second)).isFalse();
        });
        assertThat(take(views, ACME, DAY.plusDays(9), 10)).hasSize(2).contains(first);
    }

    /** Eight at once, each of them all keys. */
    @Test
    @Promise(3)
    default void ofConcurrentCallersOneAddsAKey() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        ArticleId article = Articles.id(random);
        for (int round = 0; round < 20; round++) {
            StoredView one = view(random, article, 1, DAY);
            List<Outcome<Boolean>> outcomes = Race.of(8, runner -> add(views, one));
            assertThat(outcomes.stream().map(Outcome::orFail)).containsOnlyOnce(true);
        }
        assertThat(take(views, ACME, DAY.plusDays(1), 100)).hasSize(20);
    }

    /** The readers of a popular article do not queue. */
    @Test
    @Promise(3)
    default void viewsOfOtherKeysDoNotWait() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        StoredView first = view(random, Articles.id(random), 1, DAY);
        StoredView second = view(random, first.article(), 1, DAY);
        put(views, secret(DAY, "known"));
        try (Companion other = new Companion()) {
            views.change((tx, store) -> {
                store.secret(tx, secret(DAY, "new"));
                store.add(tx, first);
                assertThat(other.begins(() -> views.write((mine, same) -> {
                            same.secret(mine, secret(DAY, "newer"));
                            return same.add(mine, second);
                        })))
                        .as("a view beside another")
                        .isDone();
            });
        }
        assertThat(take(views, ACME, DAY.plusDays(1), 10)).containsExactlyInAnyOrder(first, second);
    }

    /** The earliest days first, those before the day alone, all components unchanged, and once. */
    @Test
    @Promise(4)
    default void viewsOfEarlierDaysAreTaken() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        List<StoredView> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long revision = i == 0 ? Long.MAX_VALUE : 1 + random.nextInt(3);
            all.add(view(random, Articles.id(random), revision, DAY.plusDays(i % 8 - 3)));
            add(views, all.get(i));
        }
        List<StoredView> taken = new ArrayList<>();
        for (List<StoredView> some = take(views, ACME, DAY.plusDays(2), 7);
                !some.isEmpty();
                some = take(views, ACME, DAY.plusDays(2), 7)) {
            assertThat(some).hasSizeLessThanOrEqualTo(7);
            taken.addAll(some);
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(view -> view.day().isBefore(DAY.plusDays(2)))
                        .toList())
                .isSortedAccordingTo(Comparator.comparing(StoredView::day));
        assertThat(take(views, ACME, LocalDate.of(9999, 1, 1), 100)).hasSize(40 - taken.size());
    }

    /** Eight at once. */
    @Test
    @Promise(4)
    default void ofConcurrentCallersOneTakesAView() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        ArticleId article = Articles.id(random);
        for (int round = 0; round < 5; round++) {
            List<StoredView> added = IntStream.range(0, 20)
                    .mapToObj(i -> view(random, article, 1, DAY))
                    .toList();
            added.forEach(view -> add(views, view));
            List<Outcome<List<StoredView>>> taken = Race.of(8, runner -> take(views, ACME, DAY.plusDays(1), 20));
            assertThat(taken.stream().map(Outcome::orFail).flatMap(Collection::stream))
                    .containsExactlyInAnyOrderElementsOf(added);
        }
    }

    /** In order, each once, also with a secret alone. */
    @Test
    @Promise(5)
    default void tenantsAreListed() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        for (String name : List.of("c", "a", "d", "a")) {
            add(views, new StoredView(TenantId.of(name), Views.key(random), Articles.id(random), 1, DAY));
        }
        put(views, new StoredViewSecret(TenantId.of("b"), DAY, "secret"));
        put(views, new StoredViewSecret(TenantId.of("a"), DAY, "secret"));
        assertThat(tenants(views, "", 3)).containsExactly(TenantId.of("a"), TenantId.of("b"), TenantId.of("c"));
        assertThat(tenants(views, "c", 3)).containsExactly(TenantId.of("d"));
    }

    /** The same key and the same day in both. */
    @Test
    @Promise(6)
    default void tenantsNeverMeet() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        StoredView ours = view(random, Articles.id(random), 1, DAY);
        StoredView theirs = Views.of(ours, OTHER, ours.article());
        add(views, ours);
        put(views, secret(DAY, "ours"));
        assertThat(put(views, new StoredViewSecret(OTHER, DAY, "theirs"))).isEqualTo("theirs");
        assertThat(add(views, theirs)).isTrue();
        assertThat(take(views, OTHER, DAY.plusDays(9), 10)).containsExactly(theirs);
        assertThat(drop(views, OTHER, DAY.plusDays(1))).isEqualTo(1);
        assertThat(put(views, secret(DAY, "another"))).isEqualTo("ours");
        assertThat(take(views, ACME, DAY.plusDays(9), 10)).containsExactly(ours);
    }

    /** What is added, taken and dropped. */
    @Test
    @Promise(7)
    default void aRollbackLeavesNothingAndTakesNothing() {
        StoreFixture<ViewStore> views = fixture();
        SplittableRandom random = Seed.random();
        StoredView kept = view(random, Articles.id(random), 1, DAY);
        add(views, kept);
        put(views, secret(DAY, "kept"));
        views.rollBack((tx, store) -> {
            store.add(tx, view(random, kept.article(), 1, DAY));
            store.secret(tx, secret(DAY.plusDays(1), "gone"));
            store.takeEnded(tx, ACME, DAY.plusDays(1), 10);
            store.dropSecrets(tx, ACME, DAY.plusDays(1));
        });
        assertThat(put(views, secret(DAY, "new"))).isEqualTo("kept");
        assertThat(put(views, secret(DAY.plusDays(1), "new"))).isEqualTo("new");
        assertThat(take(views, ACME, DAY.plusDays(1), 10)).containsExactly(kept);
    }

    private static String put(StoreFixture<ViewStore> views, StoredViewSecret secret) {
        return views.write((tx, store) -> store.secret(tx, secret));
    }

    private static boolean add(StoreFixture<ViewStore> views, StoredView view) {
        return views.write((tx, store) -> store.add(tx, view));
    }

    private static int drop(StoreFixture<ViewStore> views, TenantId tenant, LocalDate before) {
        return views.write((tx, store) -> store.dropSecrets(tx, tenant, before));
    }

    private static List<StoredView> take(StoreFixture<ViewStore> views, TenantId tenant, LocalDate before, int limit) {
        return views.write((tx, store) -> store.takeEnded(tx, tenant, before, limit));
    }

    private static List<TenantId> tenants(StoreFixture<ViewStore> views, String after, int limit) {
        return views.read((tx, store) -> store.tenants(tx, after, limit));
    }
}
