// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import static dev.portalblocks.tck.profile.StoredProfiles.ACME;
import static dev.portalblocks.tck.profile.StoredProfiles.ALL;
import static dev.portalblocks.tck.profile.StoredProfiles.ERIKA;
import static dev.portalblocks.tck.profile.StoredProfiles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfileData;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.profile.spi.StoredProfile;
import dev.portalblocks.profile.spi.StoredProfileChange;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link ProfileStore}: implement it in a test class and return the store to be tested. */
@ContractOf(ProfileStore.class)
public interface ProfileStoreContract extends ProfileWritingContract {
    /** Returns a store without profiles and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<ProfileStore> fixture();

    /** With awkward texts and times, fields that are not there, and the largest version. */
    @Test
    @Promise(1)
    default void aProfileComesBackWithAllItsComponents() {
        StoreFixture<ProfileStore> profiles = fixture();
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            CustomerId customer = CustomerId.of(
                    Awkward.identifiers().get(i % Awkward.identifiers().size()) + i);
            ProfileData data = i % 2 == 0
                    ? new ProfileData(text, text + 1, text + 2, text + 3, text + 4, text + 5, text + 6, text + 7, text)
                    : new ProfileData(null, text, null, null, text + 4, null, null, null, null);
            Instant at = Awkward.instants().get(i % Awkward.instants().size());
            StoredProfile written = new StoredProfile(ACME, customer, data, Long.MAX_VALUE - i, at);
            assertThat(StoredProfiles.insert(profiles, written)).isTrue();
            assertThat(StoredProfiles.find(profiles, ALL, customer)).contains(written);
        }
    }

    /** Each component, also back to nothing. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWrittenLast() {
        StoreFixture<ProfileStore> profiles = fixture();
        assertThat(StoredProfiles.erika(profiles)).isEmpty();
        StoredProfiles.insert(profiles, StoredProfiles.profile(1));
        StoredProfile cleared = new StoredProfile(ACME, ERIKA, ProfileData.NOTHING, 2, NOON.plusNanos(1_000));
        StoredProfiles.update(profiles, cleared);
        assertThat(StoredProfiles.erika(profiles)).contains(cleared);
        profiles.change((tx, store) -> {
            store.update(tx, StoredProfiles.profile(3));
            assertThat(store.find(tx, ALL, ERIKA)).contains(StoredProfiles.profile(3));
        });
    }

    /** For two hundred scopes and each customer. */
    @Test
    @Promise(1)
    default void whatAScopeDoesNotCoverIsAbsent() {
        StoreFixture<ProfileStore> profiles = fixture();
        RandomScopes scopes = new RandomScopes(Seed.random());
        scopes.customers()
                .forEach(customer ->
                        StoredProfiles.insert(profiles, StoredProfiles.profile(ACME, customer, 1, customer.value())));
        for (int i = 0; i < 200; i++) {
            Scope scope = scopes.scope(ACME);
            for (CustomerId customer : scopes.customers()) {
                StoredProfile kept = StoredProfiles.profile(ACME, customer, 1, customer.value());
                boolean covered = scope.covers(kept.label());
                assertThat(StoredProfiles.find(profiles, scope, customer)
                                .filter(kept::equals)
                                .isPresent())
                        .as("%s in %s", customer, scope)
                        .isEqualTo(covered);
            }
        }
    }

    /** For a hundred scopes and each customer. */
    @Test
    @Promise(2)
    default void whatAScopeDoesNotCoverIsAbsentToWhoLocks() {
        StoreFixture<ProfileStore> profiles = fixture();
        RandomScopes scopes = new RandomScopes(Seed.random());
        scopes.customers()
                .forEach(customer ->
                        StoredProfiles.insert(profiles, StoredProfiles.profile(ACME, customer, 1, customer.value())));
        for (int i = 0; i < 100; i++) {
            Scope scope = scopes.scope(ACME);
            profiles.change((tx, store) -> scopes.customers()
                    .forEach(customer -> assertThat(
                                    store.findForUpdate(tx, scope, customer).isPresent())
                            .as("%s in %s", customer, scope)
                            .isEqualTo(scope.covers(AccessLabel.of(ACME).ownedBy(customer)))));
        }
    }

    /** With texts that are awkward, large or not there. */
    @Test
    @Promise(5)
    default void aChangeComesBackWithAllItsComponents() {
        StoreFixture<ProfileStore> profiles = fixture();
        List<StoredProfileChange> written = new ArrayList<>();
        for (String text : Awkward.texts()) {
            int number = written.size();
            Instant at = Awkward.instants().get(number % Awkward.instants().size());
            Actor.Kind by = List.of(Actor.Kind.values()).get(number % Actor.Kind.values().length);
            List<ProfileChange.Field> fields = List.of(
                    new ProfileChange.Field("givenName", null, text),
                    new ProfileChange.Field("city", text, null),
                    new ProfileChange.Field("street", text, text + text));
            ProfileChange change = new ProfileChange(number + 1, at, by, number == 3 ? List.of() : fields);
            written.add(new StoredProfileChange(ACME, ERIKA, change));
        }
        written.forEach(change -> profiles.change((tx, store) -> store.appendChange(tx, change)));
        Collections.reverse(written);
        assertThat(StoredProfiles.changes(profiles, ALL, ERIKA)).isEqualTo(written);
    }

    /** Whatever the size of a page; 10 stands before 9, and versions of 18 digits before those. */
    @Test
    @Promise(5)
    default void changesAreReturnedLatestFirst() {
        StoreFixture<ProfileStore> profiles = fixture();
        List<Long> versions = LongStream.concat(
                        LongStream.rangeClosed(1, 21), LongStream.of(100, 101, 999_999_999_999_999_999L))
                .boxed()
                .toList();
        versions.forEach(version -> append(profiles, ACME, ERIKA, version));
        append(profiles, ACME, CustomerId.of("47110"), 5);
        List<Long> latestFirst =
                versions.stream().sorted(Collections.reverseOrder()).toList();
        for (int limit : new int[] {1, 2, 23, 24, 25, 100}) {
            assertThat(versions(StoredProfiles.changes(profiles, ALL, ERIKA, limit)))
                    .as("pages of %d", limit)
                    .isEqualTo(latestFirst);
        }
        Keyset between = ProfileStore.place(50);
        assertThat(profiles.<List<StoredProfileChange>>read((tx, store) -> store.changes(tx, ALL, ERIKA, between, 1)))
                .containsExactly(StoredProfiles.change(ACME, ERIKA, 21));
    }

    /** What comes in later is later than what was seen, and so it is not among the pages that follow. */
    @Test
    @Promise(5)
    default void pagesLoseNothingToChangesThatComeInBetween() {
        StoreFixture<ProfileStore> profiles = fixture();
        LongStream.rangeClosed(1, 9).forEach(version -> append(profiles, ACME, ERIKA, version));
        List<StoredProfileChange> seen = Pages.walk(
                2,
                (after, size) -> profiles.read((tx, store) -> store.changes(tx, ALL, ERIKA, after, size)),
                stored -> ProfileStore.place(stored.change().version()),
                number -> append(profiles, ACME, ERIKA, 9 + number));
        assertThat(versions(seen)).containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    /** For a hundred scopes and each customer. */
    @Test
    @Promise(5)
    default void changesAreReturnedWithinTheScope() {
        StoreFixture<ProfileStore> profiles = fixture();
        RandomScopes scopes = new RandomScopes(Seed.random());
        scopes.customers().forEach(customer -> append(profiles, ACME, customer, 1));
        for (int i = 0; i < 100; i++) {
            Scope scope = scopes.scope(ACME);
            for (CustomerId customer : scopes.customers()) {
                boolean covered = scope.covers(AccessLabel.of(ACME).ownedBy(customer));
                assertThat(StoredProfiles.changes(profiles, scope, customer))
                        .as("%s in %s", customer, scope)
                        .hasSize(covered ? 1 : 0);
            }
        }
    }

    /** Not even those whose names are the same to some databases. */
    @Test
    @Promise(6)
    default void equalCustomersOfTwoTenantsAreTwo() {
        StoreFixture<ProfileStore> profiles = fixture();
        for (String name : Awkward.identifiers()) {
            TenantId tenant = TenantId.of(name);
            assertThat(StoredProfiles.insert(profiles, StoredProfiles.profile(tenant, ERIKA, 1, name)))
                    .as(name)
                    .isTrue();
            append(profiles, tenant, ERIKA, name.hashCode() & 0xFFFF);
        }
        for (String name : Awkward.identifiers()) {
            TenantId tenant = TenantId.of(name);
            Scope scope = Scope.wholeTenant(tenant);
            assertThat(StoredProfiles.find(profiles, scope, ERIKA))
                    .contains(StoredProfiles.profile(tenant, ERIKA, 1, name));
            assertThat(StoredProfiles.changes(profiles, scope, ERIKA))
                    .containsExactly(StoredProfiles.change(tenant, ERIKA, name.hashCode() & 0xFFFF));
        }
        Scope empty = Scope.wholeTenant(TenantId.of("nobody"));
        assertThat(StoredProfiles.find(profiles, empty, ERIKA)).isEmpty();
        assertThat(profiles.<Optional<StoredProfile>>write((tx, store) -> store.findForUpdate(tx, empty, ERIKA)))
                .isEmpty();
    }

    /** Neither profile nor change. */
    @Test
    @Promise(7)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<ProfileStore> profiles = fixture();
        CustomerId other = CustomerId.of("4712");
        StoredProfiles.insert(profiles, StoredProfiles.profile(1));
        append(profiles, ACME, ERIKA, 1);
        profiles.rollBack((tx, store) -> {
            store.update(tx, StoredProfiles.profile(2));
            store.insert(tx, StoredProfiles.profile(ACME, other, 1, "never"));
            store.appendChange(tx, StoredProfiles.change(ACME, ERIKA, 2));
        });
        assertThat(StoredProfiles.erika(profiles)).contains(StoredProfiles.profile(1));
        assertThat(StoredProfiles.find(profiles, ALL, other)).isEmpty();
        assertThat(versions(StoredProfiles.changes(profiles, ALL, ERIKA))).containsExactly(1L);
    }

    /** From the first to the next, also for the writer itself, and for two hundred scopes and each customer. */
    @Test
    @Promise(8)
    default void theVersionIsThatOfWhatWouldBeFoundWithinTheScope() {
        StoreFixture<ProfileStore> profiles = fixture();
        assertThat(StoredProfiles.version(profiles, ALL, ERIKA)).isEmpty();
        StoredProfiles.insert(profiles, StoredProfiles.profile(Long.MAX_VALUE - 1));
        assertThat(StoredProfiles.version(profiles, ALL, ERIKA)).contains(StoredProfiles.stamp(Long.MAX_VALUE - 1));
        profiles.change((tx, store) -> {
            store.update(tx, StoredProfiles.profile(Long.MAX_VALUE));
            assertThat(store.findVersion(tx, ALL, ERIKA)).contains(StoredProfiles.stamp(Long.MAX_VALUE));
        });
        assertThat(StoredProfiles.version(profiles, ALL, ERIKA)).contains(StoredProfiles.stamp(Long.MAX_VALUE));

        RandomScopes scopes = new RandomScopes(Seed.random());
        scopes.customers()
                .forEach(customer ->
                        StoredProfiles.insert(profiles, StoredProfiles.profile(ACME, customer, 7, "Somebody")));
        for (int i = 0; i < 200; i++) {
            Scope scope = scopes.scope(i % 5 == 0 ? TenantId.of("other") : ACME);
            for (CustomerId customer : scopes.customers()) {
                Optional<ProfileStore.Stamp> found = StoredProfiles.version(profiles, scope, customer);
                assertThat(found.isPresent())
                        .as("%s in %s", customer, scope)
                        .isEqualTo(scope.covers(AccessLabel.of(ACME).ownedBy(customer)));
            }
        }
    }

    private static void append(
            StoreFixture<ProfileStore> profiles, TenantId tenant, CustomerId customer, long version) {
        profiles.change((tx, store) -> store.appendChange(tx, StoredProfiles.change(tenant, customer, version)));
    }

    private static List<Long> versions(List<StoredProfileChange> changes) {
        return changes.stream().map(stored -> stored.change().version()).toList();
    }
}
