// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.StoredAsset;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The promises of {@link AssetStore}: implement it in a test class and return the store to be tested. */
@ContractOf(AssetStore.class)
public interface AssetStoreContract {
    /** The reference of most assets. */
    ContentRef REF = ContentRef.of(new UUID(-1, 1));

    /** Returns a store without assets and its domain; asked once, at the beginning of each test. */
    StoreFixture<AssetStore> fixture();

    /** In the same transaction or later. */
    @Test
    @Promise(1)
    default void aKnownReferenceIsRefused() {
        StoreFixture<AssetStore> assets = fixture();
        assets.change((tx, store) -> {
            assertThat(store.insert(tx, asset(ACME, "first"))).isTrue();
            assertThat(store.insert(tx, asset(ACME, "second"))).isFalse();
        });
        assertThat(isInserted(assets, asset(ACME, "third"))).isFalse();
        assertThat(isInserted(assets, asset(ACME, "first"))).isFalse();
        assertThat(find(assets, ALL, REF)).contains(asset(ACME, "first"));
    }

    /** The first one, where it is not rolled back; and of eight at once one. */
    @Test
    @Promise(1)
    default void ofConcurrentInsertsOneCounts() {
        StoreFixture<AssetStore> assets = fixture();
        Deque<Future<Boolean>> begun = new ArrayDeque<>();
        TenantId racing = TenantId.of("racing");
        try (Companion other = new Companion()) {
            assets.rollBack((tx, store) -> {
                store.insert(tx, asset(ACME, "never"));
                begun.add(other.begins(() -> isInserted(assets, asset(ACME, "kept"))));
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a rollback")
                    .isTrue();
            assertThat(find(assets, ALL, REF)).contains(asset(ACME, "kept"));
            assets.change((tx, store) -> {
                store.insert(tx, asset(Articles.OTHER, "kept"));
                begun.add(other.begins(() -> isInserted(assets, asset(Articles.OTHER, "never"))));
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a commit")
                    .isFalse();
        }
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> isInserted(assets, asset(racing, "runner " + runner)));
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
    }

    /** With awkward texts and times, and the largest size. */
    @Test
    @Promise(2)
    default void anAssetComesBackWithAllItsComponents() {
        StoreFixture<AssetStore> assets = fixture();
        SplittableRandom random = Seed.random();
        assertThat(find(assets, ALL, REF)).isEmpty();
        int number = 0;
        for (String text : Awkward.texts()) {
            ContentRef ref = ContentRef.of(Seed.uuid(random));
            Asset asset = new Asset(text, ref, "type/" + text, Long.MAX_VALUE - number, "0a".repeat(32));
            StoredAsset written = new StoredAsset(
                    ACME,
                    asset,
                    Awkward.instants().get(number++ % Awkward.instants().size()));
            assertThat(isInserted(assets, written)).isTrue();
            assertThat(find(assets, ALL, ref)).contains(written);
        }
    }

    /** Nothing else of a scope concerns an asset: who reads it has found its article before. */
    @Test
    @Promise(2)
    default void aScopeShowsTheAssetsOfItsTenant() {
        StoreFixture<AssetStore> assets = fixture();
        isInserted(assets, asset(ACME, "kept"));
        RandomScopes scopes = new RandomScopes(Seed.random());
        for (int i = 0; i < 50; i++) {
            Scope scope = scopes.scope(ACME);
            assertThat(find(assets, scope, REF)).as("%s", scope).contains(asset(ACME, "kept"));
        }
    }

    /** Not even those whose names are the same to some databases. */
    @Test
    @Promise(3)
    default void tenantsNeverMeet() {
        StoreFixture<AssetStore> assets = fixture();
        for (String name : Awkward.identifiers()) {
            TenantId tenant = TenantId.of(name);
            assertThat(find(assets, Scope.wholeTenant(tenant), REF)).as(name).isEmpty();
            assertThat(isInserted(assets, asset(tenant, name))).as(name).isTrue();
        }
        for (String name : Awkward.identifiers()) {
            TenantId tenant = TenantId.of(name);
            assertThat(find(assets, Scope.wholeTenant(tenant), REF)).contains(asset(tenant, name));
        }
    }

    /** Neither an asset nor a known reference. */
    @Test
    @Promise(3)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<AssetStore> assets = fixture();
        assets.rollBack((tx, store) -> store.insert(tx, asset(ACME, "never")));
        assertThat(find(assets, ALL, REF)).isEmpty();
        assertThat(isInserted(assets, asset(ACME, "kept"))).isTrue();
    }

    private static StoredAsset asset(TenantId tenant, String path) {
        return new StoredAsset(tenant, new Asset(path, REF, "image/png", 1, "0a".repeat(32)), Articles.NOON);
    }

    private static boolean isInserted(StoreFixture<AssetStore> assets, StoredAsset asset) {
        return assets.write((tx, store) -> store.insert(tx, asset));
    }

    private static Optional<StoredAsset> find(StoreFixture<AssetStore> assets, Scope scope, ContentRef ref) {
        return assets.read((tx, store) -> store.find(tx, scope, ref));
    }
}
