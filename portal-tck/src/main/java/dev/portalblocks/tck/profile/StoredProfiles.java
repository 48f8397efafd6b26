// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfileData;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.profile.spi.StoredProfile;
import dev.portalblocks.profile.spi.StoredProfileChange;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles to try a store with. */
final class StoredProfiles {
    static final TenantId ACME = TenantId.of("acme");
    static final CustomerId ERIKA = CustomerId.of("4711");
    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00.123456Z");

    private StoredProfiles() {}

    static StoredProfile profile(long version) {
        return profile(ACME, ERIKA, version, "Erika " + version);
    }

    static StoredProfile profile(TenantId tenant, CustomerId customer, long version, String givenName) {
        return new StoredProfile(tenant, customer, named(givenName), version, NOON);
    }

    static ProfileStore.Stamp stamp(long version) {
        return new ProfileStore.Stamp(version, NOON);
    }

    static ProfileData named(String givenName) {
        return ProfileData.NOTHING.with(Map.of("givenName", givenName));
    }

    static StoredProfileChange change(TenantId tenant, CustomerId customer, long version) {
        List<ProfileChange.Field> fields = List.of(new ProfileChange.Field("givenName", null, "Erika " + version));
        return new StoredProfileChange(tenant, customer, new ProfileChange(version, NOON, Actor.Kind.CUSTOMER, fields));
    }

    static boolean insert(StoreFixture<ProfileStore> profiles, StoredProfile profile) {
        return profiles.write((tx, store) -> store.insert(tx, profile));
    }

    static boolean update(StoreFixture<ProfileStore> profiles, StoredProfile profile) {
        return profiles.write((tx, store) -> store.update(tx, profile));
    }

    static Optional<StoredProfile> find(StoreFixture<ProfileStore> profiles, Scope scope, CustomerId customer) {
        return profiles.read((tx, store) -> store.find(tx, scope, customer));
    }

    static Optional<ProfileStore.Stamp> version(StoreFixture<ProfileStore> profiles, Scope scope, CustomerId customer) {
        return profiles.read((tx, store) -> store.findVersion(tx, scope, customer));
    }

    static Optional<StoredProfile> erika(StoreFixture<ProfileStore> profiles) {
        return find(profiles, ALL, ERIKA);
    }

    /** Lists all at once. */
    static List<StoredProfileChange> changes(StoreFixture<ProfileStore> profiles, Scope scope, CustomerId customer) {
        return profiles.read((tx, store) -> store.changes(tx, scope, customer, null, 1_000));
    }

    /** Lists by pages, each in a transaction of its own. */
    static List<StoredProfileChange> changes(
            StoreFixture<ProfileStore> profiles, Scope scope, CustomerId customer, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> profiles.read((tx, store) -> store.changes(tx, scope, customer, after, size)),
                stored -> ProfileStore.place(stored.change().version()));
    }
}
