// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static dev.portalblocks.tck.search.SynonymRows.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 2 and 3 of {@link SynonymStore}, about two at once; part of {@link SynonymStoreContract}. */
@ContractOf(SynonymStore.class)
public interface SynonymLockingContract {
    /** Returns a store without rules, and its domain; asked once, at the beginning of each test. */
    StoreFixture<SynonymStore> fixture();

    /** Who comes second sees what the first one made of it. */
    @Test
    @Promise(2)
    default void aSecondLockWaitsAndSeesTheLatest() {
        StoreFixture<SynonymStore> store = fixture();
        StoredSynonymRule rule = SynonymRows.rule(SynonymRows.id(Seed.random()), "eins", "zwei");
        insert(store, rule);
        try (Companion other = new Companion()) {
            Future<Optional<StoredSynonymRule>> second = store.write((tx, rules) -> {
                assertThat(rules.findForUpdate(tx, ALL, rule.id())).contains(rule);
                Future<Optional<StoredSynonymRule>> begun =
                        other.begins(() -> store.write((t, s) -> s.findForUpdate(t, ALL, rule.id())));
                rules.update(tx, SynonymRows.changed(rule), 1);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).contains(SynonymRows.changed(rule));
        }
    }

    /** A change of another's comes to light only when the lock is gone. */
    @Test
    @Promise(2)
    default void anUpdateWaitsForTheLock() {
        StoreFixture<SynonymStore> store = fixture();
        StoredSynonymRule rule = SynonymRows.rule(SynonymRows.id(Seed.random()), "eins", "zwei");
        insert(store, rule);
        try (Companion other = new Companion()) {
            Future<Boolean> update = store.write((tx, rules) -> {
                rules.findForUpdate(tx, ALL, rule.id());
                Future<Boolean> begun =
                        other.begins(() -> store.write((t, s) -> s.update(t, SynonymRows.changed(rule), 1)));
                assertThat(rules.find(tx, ALL, rule.id())).contains(rule);
                return begun;
            });
            assertThat(Outcome.of(update).orFail()).isTrue();
        }
        assertThat(find(store, rule.id())).contains(SynonymRows.changed(rule));
    }

    /** It is there until the lock is gone. */
    @Test
    @Promise(2)
    default void aDeleteWaitsForTheLock() {
        StoreFixture<SynonymStore> store = fixture();
        StoredSynonymRule rule = SynonymRows.rule(SynonymRows.id(Seed.random()), "eins", "zwei");
        insert(store, rule);
        try (Companion other = new Companion()) {
            Future<Boolean> delete = store.write((tx, rules) -> {
                rules.findForUpdate(tx, ALL, rule.id());
                Future<Boolean> begun = other.begins(() -> store.write((t, s) -> s.delete(t, ALL, rule.id())));
                assertThat(rules.find(tx, ALL, rule.id())).contains(rule);
                return begun;
            });
            assertThat(Outcome.of(delete).orFail()).isTrue();
        }
        assertThat(find(store, rule.id())).isEmpty();
    }

    /** The first one stays. */
    @Test
    @Promise(3)
    default void aTakenIdIsRefusedAndWhatIsThereStays() {
        StoreFixture<SynonymStore> store = fixture();
        StoredSynonymRule first = SynonymRows.rule(SynonymRows.id(Seed.random()), "eins", "zwei");
        insert(store, first);

        boolean again = store.write((tx, rules) -> rules.insert(tx, SynonymRows.changed(first)));

        assertThat(again).isFalse();
        assertThat(find(store, first.id())).contains(first);
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofConcurrentInsertsOneIsTrue() {
        StoreFixture<SynonymStore> store = fixture();
        SplittableRandom random = Seed.random();
        for (int round = 0; round < 10; round++) {
            SynonymRuleId id = SynonymRows.id(random);
            List<Outcome<Boolean>> outcomes = Race.of(
                    8,
                    runner -> store.write(
                            (tx, rules) -> rules.insert(tx, SynonymRows.rule(id, "eins", "wort" + runner))));

            List<Integer> winners = IntStream.range(0, 8)
                    .filter(runner -> outcomes.get(runner).orFail())
                    .boxed()
                    .toList();
            assertThat(winners).hasSize(1);
            assertThat(find(store, id)).contains(SynonymRows.rule(id, "eins", "wort" + winners.get(0)));
        }
    }

    private static void insert(StoreFixture<SynonymStore> store, StoredSynonymRule rule) {
        boolean inserted = store.write((tx, rules) -> rules.insert(tx, rule));
        assertThat(inserted).as("the id is free").isTrue();
    }

    private static Optional<StoredSynonymRule> find(StoreFixture<SynonymStore> store, SynonymRuleId id) {
        return store.read((tx, rules) -> rules.find(tx, ALL, id));
    }
}
