// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Mandates.ALL;
import static dev.portalblocks.tck.core.Mandates.ANNA;
import static dev.portalblocks.tck.core.Mandates.ERIKA;
import static dev.portalblocks.tck.core.Mandates.MAX;
import static dev.portalblocks.tck.core.Mandates.NOON;
import static dev.portalblocks.tck.core.Mandates.OTHER;
import static dev.portalblocks.tck.core.Mandates.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link MandateStore}: implement it in a test class and return the store to be tested. What it says as a
 * source is tried by {@link MandateSourceContract}; lists and locks by {@link MandateListContract}, a part of this.
 */
@ContractOf(MandateStore.class)
public interface MandateStoreContract extends MandateListContract {
    /** Returns a store without mandates, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<MandateStore> fixture();

    /** Names that are mixed up easily, all terms, instants of all kinds, revoked ones, the largest number. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWritten() {
        StoreFixture<MandateStore> store = fixture();
        SplittableRandom random = Seed.random();
        List<Mandate> all = new ArrayList<>();
        for (String text : Awkward.identifiers()) {
            int number = all.size();
            Instant revokedAt = number % 2 == 0
                    ? null
                    : Awkward.instants().get(number % Awkward.instants().size());
            Mandate mandate = new Mandate(
                    Mandates.ACME,
                    MandateId.of(Seed.uuid(random)),
                    CustomerId.of(text),
                    MAX,
                    Mandates.terms(number),
                    revokedAt,
                    Long.MAX_VALUE);
            insert(store, mandate);
            all.add(mandate);
        }
        for (Mandate mandate : all) {
            assertThat(find(store, ALL, mandate.id())).contains(mandate);
        }
        assertThat(find(store, ALL, MandateId.of(Seed.uuid(random)))).isEmpty();
    }

    /** For each of the scopes: both of the two see it. */
    @Test
    @Promise(1)
    default void findSeesWhatTheScopeCovers() {
        StoreFixture<MandateStore> store = fixture();
        List<Mandate> all = Mandates.ofAllSorts(Seed.random());
        all.forEach(mandate -> insert(store, mandate));
        for (Scope scope : Mandates.randomScopes()) {
            for (Mandate mandate : all) {
                Optional<Mandate> found = find(store, scope, mandate.id());
                Optional<Mandate> locked =
                        store.write((tx, mandates) -> mandates.findForUpdate(tx, scope, mandate.id()));
                assertThat(found.isPresent()).as("%s in %s", mandate, scope).isEqualTo(mandate.isWithin(scope));
                assertThat(locked).as("%s in %s", mandate, scope).isEqualTo(found);
            }
        }
    }

    /** Of two who take the same mandate back, the second sees what the first has done. */
    @Test
    @Promise(2)
    default void aSecondFindForUpdateWaitsForTheFirst() {
        StoreFixture<MandateStore> store = fixture();
        Mandate mandate = Mandates.mandate(Seed.random());
        Mandate revoked = mandate.revoked(NOON);
        insert(store, mandate);
        try (Companion other = new Companion()) {
            Future<Mandate> second = store.write((tx, mandates) -> {
                mandates.findForUpdate(tx, ALL, mandate.id());
                Future<Mandate> begun = other.begins(() -> store.write(
                        (t, s) -> s.findForUpdate(t, ALL, mandate.id()).orElseThrow()));
                mandates.update(tx, revoked, 1);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).isEqualTo(revoked);
        }
    }

    /** Whether it is the same or another. */
    @Test
    @Promise(3)
    default void anIdIsTakenOnce() {
        StoreFixture<MandateStore> store = fixture();
        UUID id = Seed.uuid(Seed.random());
        Mandate first = Mandates.mandate(id, ERIKA, MAX);
        assertThat(insert(store, first)).isTrue();
        assertThat(insert(store, first)).isFalse();
        assertThat(insert(store, Mandates.mandate(id, ANNA, MAX))).isFalse();

        assertThat(find(store, ALL, first.id())).contains(first);
        assertThat(Mandates.list(store, ALL, Mandates.heldBy(ANNA))).isEmpty();
    }

    /** Neither an older one nor one that is yet to come, nor one that is not there. */
    @Test
    @Promise(4)
    default void anUpdateOfAnotherVersionChangesNothing() {
        StoreFixture<MandateStore> store = fixture();
        SplittableRandom random = Seed.random();
        Mandate first = Mandates.mandate(random);
        Mandate second = first.revoked(NOON);
        insert(store, first);
        assertThat(update(store, second, 1)).isTrue();

        for (long expected : new long[] {0, 1, 3}) {
            assertThat(update(store, second.revoked(NOON.plusSeconds(1)), expected))
                    .as("update of version %d", expected)
                    .isFalse();
        }
        Mandate missing = Mandates.mandate(random);
        assertThat(update(store, missing, 1)).isFalse();
        assertThat(find(store, ALL, first.id())).contains(second);
        assertThat(find(store, ALL, missing.id())).isEmpty();
    }

    /** Of many that all saw the same version. */
    @Test
    @Promise(4)
    default void ofManyUpdatesOneSucceeds() {
        StoreFixture<MandateStore> store = fixture();
        Mandate mandate = Mandates.mandate(Seed.random());
        insert(store, mandate);
        List<Outcome<Boolean>> outcomes =
                Race.of(8, runner -> update(store, mandate.revoked(NOON.plusSeconds(runner)), 1));
        assertThat(outcomes).extracting(Outcome::orFail).containsOnlyOnce(true);
    }

    /** The same id and customers in both, one of which is taken back. */
    @Test
    @Promise(7)
    default void tenantsNeverMeet() {
        StoreFixture<MandateStore> store = fixture();
        Scope others = Scope.wholeTenant(OTHER);
        Mandate own = Mandates.mandate(Seed.random());
        Mandate foreign = Mandates.of(OTHER, own);
        assertThat(insert(store, foreign)).isTrue();
        assertThat(find(store, ALL, own.id())).isEmpty();
        assertThat(Mandates.list(store, ALL, Mandates.heldBy(ERIKA))).isEmpty();
        assertThat(update(store, own.revoked(NOON), 1)).isFalse();

        assertThat(insert(store, own)).isTrue();
        assertThat(update(store, own.revoked(NOON), 1)).isTrue();
        assertThat(find(store, others, own.id())).contains(foreign);
        assertThat(Mandates.list(store, others, Mandates.givenBy(MAX))).containsExactly(foreign);
    }

    /** An insert and an update that are taken back. */
    @Test
    @Promise(8)
    default void aRollbackLeavesNothing() {
        StoreFixture<MandateStore> store = fixture();
        SplittableRandom random = Seed.random();
        Mandate changed = Mandates.mandate(random);
        Mandate inserted = Mandates.mandate(random);
        insert(store, changed);
        store.rollBack((tx, mandates) -> {
            mandates.update(tx, changed.revoked(NOON), 1);
            mandates.insert(tx, inserted);
        });

        assertThat(Mandates.list(store, ALL, Mandates.heldBy(ERIKA))).containsExactly(changed);
        assertThat(find(store, ALL, inserted.id())).isEmpty();
        assertThat(insert(store, inserted)).isTrue();
        assertThat(update(store, changed.revoked(NOON), 1)).isTrue();
    }

    private static Optional<Mandate> find(StoreFixture<MandateStore> store, Scope scope, MandateId id) {
        return store.read((tx, mandates) -> mandates.find(tx, scope, id));
    }

    private static boolean update(StoreFixture<MandateStore> store, Mandate mandate, long expected) {
        return store.write((tx, mandates) -> mandates.update(tx, mandate, expected));
    }
}
