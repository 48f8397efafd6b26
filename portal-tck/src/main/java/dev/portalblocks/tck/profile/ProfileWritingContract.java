// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import static dev.portalblocks.tck.profile.StoredProfiles.ACME;
import static dev.portalblocks.tck.profile.StoredProfiles.ALL;
import static dev.portalblocks.tck.profile.StoredProfiles.ERIKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.profile.spi.StoredProfile;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Promises 2 to 4 of {@link ProfileStore}, about its writers; part of {@link ProfileStoreContract}. */
@ContractOf(ProfileStore.class)
public interface ProfileWritingContract {
    /** A second customer. */
    CustomerId MAX = CustomerId.of("4712");

    /** Returns a store without profiles and its domain; asked once, at the beginning of each test. */
    StoreFixture<ProfileStore> fixture();

    /** Both the next lock and the next update. */
    @Test
    @Promise(2)
    default void aLockedProfileIsLockedUntilTheTransactionEnds() {
        StoreFixture<ProfileStore> profiles = fixture();
        StoredProfiles.insert(profiles, StoredProfiles.profile(1));
        try (Companion other = new Companion();
                Companion third = new Companion()) {
            Deque<Future<Boolean>> update = new ArrayDeque<>();
            Future<Long> lock = profiles.write((tx, store) -> {
                store.findForUpdate(tx, ALL, ERIKA);
                Future<Long> begun = other.begins(() -> profiles.write((t, s) -> lockedVersion(t, s)));
                update.add(third.begins(
                        () -> StoredProfiles.update(profiles, StoredProfiles.profile(ACME, ERIKA, 2, "never"))));
                assertThat(begun).as("another's findForUpdate").isNotDone();
                assertThat(update.getLast()).as("another's update").isNotDone();
                store.update(tx, StoredProfiles.profile(2));
                return begun;
            });
            assertThat(Outcome.of(lock).orFail())
                    .as("the version that the next one locks")
                    .isEqualTo(2L);
            Outcome.of(update.getLast()).orFail(); // what it says is the fourth promise
        }
        assertThat(StoredProfiles.erika(profiles)).contains(StoredProfiles.profile(2));
    }

    /** Not what the transaction had read before. */
    @Test
    @Promise(2)
    default void aLockShowsWhatWasCommittedLast() {
        StoreFixture<ProfileStore> profiles = fixture();
        StoredProfiles.insert(profiles, StoredProfiles.profile(1));
        try (Companion other = new Companion()) {
            profiles.change((tx, store) -> {
                assertThat(store.find(tx, ALL, ERIKA)).contains(StoredProfiles.profile(1));
                assertThat(other.does(() -> StoredProfiles.update(profiles, StoredProfiles.profile(2))))
                        .isTrue();
                assertThat(store.findForUpdate(tx, ALL, ERIKA)).contains(StoredProfiles.profile(2));
            });
        }
    }

    /** Eight times eight, and none is lost. */
    @Test
    @Promise(2)
    default void whoLocksFirstLosesNoUpdate() {
        StoreFixture<ProfileStore> profiles = fixture();
        StoredProfiles.insert(profiles, StoredProfiles.profile(1));
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> {
            boolean all = true;
            for (int i = 0; i < 8; i++) {
                all &= profiles.write(
                        (tx, store) -> store.update(tx, StoredProfiles.profile(lockedVersion(tx, store) + 1)));
            }
            return all;
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.orFail()).isTrue());
        assertThat(StoredProfiles.erika(profiles)).contains(StoredProfiles.profile(65));
    }

    /** In the same transaction or later. */
    @Test
    @Promise(3)
    default void aSecondProfileOfACustomerIsRefused() {
        StoreFixture<ProfileStore> profiles = fixture();
        StoredProfile second = StoredProfiles.profile(ACME, ERIKA, 1, "Second");
        profiles.change((tx, store) -> {
            assertThat(store.insert(tx, StoredProfiles.profile(1))).isTrue();
            assertThat(store.insert(tx, second)).isFalse();
        });
        assertThat(StoredProfiles.insert(profiles, second)).isFalse();
        assertThat(StoredProfiles.erika(profiles)).contains(StoredProfiles.profile(1));
    }

    /** The first one, where it is not rolled back. */
    @Test
    @Promise(3)
    default void ofTwoConcurrentInsertsOneCounts() {
        StoreFixture<ProfileStore> profiles = fixture();
        StoredProfile never = StoredProfiles.profile(ACME, ERIKA, 1, "never");
        Deque<Future<Boolean>> second = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            profiles.rollBack((tx, store) -> {
                store.insert(tx, never);
                second.add(other.begins(() -> StoredProfiles.insert(profiles, StoredProfiles.profile(1))));
            });
            assertThat(Outcome.of(second.getLast()).orFail())
                    .as("after a rollback")
                    .isTrue();
            assertThat(StoredProfiles.erika(profiles)).contains(StoredProfiles.profile(1));
            profiles.change((tx, store) -> {
                store.insert(tx, StoredProfiles.profile(ACME, MAX, 1, "Max"));
                second.add(other.begins(
                        () -> StoredProfiles.insert(profiles, StoredProfiles.profile(ACME, MAX, 1, "never"))));
            });
            assertThat(Outcome.of(second.getLast()).orFail())
                    .as("after a commit")
                    .isFalse();
        }
        assertThat(StoredProfiles.find(profiles, ALL, MAX)).contains(StoredProfiles.profile(ACME, MAX, 1, "Max"));
    }

    /** Eight at once. */
    @Test
    @Promise(3)
    default void ofManyConcurrentInsertsOneCounts() {
        StoreFixture<ProfileStore> profiles = fixture();
        List<Outcome<Boolean>> outcomes = Race.of(
                8, runner -> StoredProfiles.insert(profiles, StoredProfiles.profile(ACME, MAX, 1, "r" + runner)));
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
    }

    /** Older, the same, too new, or of nobody. */
    @Test
    @Promise(4)
    default void onlyTheNextVersionReplacesAProfile() {
        StoreFixture<ProfileStore> profiles = fixture();
        assertThat(StoredProfiles.update(profiles, StoredProfiles.profile(1)))
                .as("of nobody")
                .isFalse();
        StoredProfiles.insert(profiles, StoredProfiles.profile(1));
        assertThat(StoredProfiles.update(profiles, StoredProfiles.profile(2))).isTrue();
        for (long version : new long[] {0, 1, 2, 4, Long.MAX_VALUE}) {
            StoredProfile refused = StoredProfiles.profile(ACME, ERIKA, version, "never");
            assertThat(StoredProfiles.update(profiles, refused))
                    .as("version %d", version)
                    .isFalse();
        }
        assertThat(StoredProfiles.erika(profiles)).contains(StoredProfiles.profile(2));
    }

    /** Of two that saw the same version. */
    @Test
    @Promise(4)
    default void ofTwoConcurrentUpdatesOneCounts() {
        StoreFixture<ProfileStore> profiles = fixture();
        StoredProfiles.insert(profiles, StoredProfiles.profile(1));
        try (Companion other = new Companion()) {
            Future<Boolean> second = profiles.write((tx, store) -> {
                assertThat(store.update(tx, StoredProfiles.profile(2))).isTrue();
                return other.begins(
                        () -> StoredProfiles.update(profiles, StoredProfiles.profile(ACME, ERIKA, 2, "never")));
            });
            assertThat(Outcome.of(second).orFail()).isFalse();
        }
        assertThat(StoredProfiles.erika(profiles)).contains(StoredProfiles.profile(2));
    }

    private static long lockedVersion(Tx tx, ProfileStore store) {
        return store.findForUpdate(tx, ALL, ERIKA).map(StoredProfile::version).orElse(0L);
    }
}
