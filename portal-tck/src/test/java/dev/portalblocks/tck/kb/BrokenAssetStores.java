// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.StoredAsset;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of assets that are right but for one condition. */
final class BrokenAssetStores {
    private BrokenAssetStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements AssetStore {
        final Memory memory = new Memory();
        final AssetStore inner = MemoryKnowledgeStorage.in(memory).assets();

        @Override
        public boolean insert(Tx tx, StoredAsset asset) {
            return inner.insert(tx, asset);
        }

        @Override
        public Optional<StoredAsset> find(Tx tx, Scope scope, ContentRef content) {
            return inner.find(tx, scope, content);
        }

        StoreFixture<AssetStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Takes a repeat of what it knows for an insert. */
    @Breaks(1)
    static final class WelcomesARepeat implements AssetStoreContract {
        @Override
        public StoreFixture<AssetStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredAsset asset) {
                    return super.insert(tx, asset)
                            || super.find(
                                            tx,
                                            Scope.wholeTenant(asset.tenant()),
                                            asset.asset().content())
                                    .filter(asset::equals)
                                    .isPresent();
                }
            }.fixture();
        }
    }

    /** A column of milliseconds. */
    @Breaks(2)
    static final class LosesMicroseconds implements AssetStoreContract {
        @Override
        public StoreFixture<AssetStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredAsset asset) {
                    return super.insert(
                            tx,
                            new StoredAsset(
                                    asset.tenant(),
                                    asset.asset(),
                                    asset.uploadedAt().truncatedTo(ChronoUnit.MILLIS)));
                }
            }.fixture();
        }
    }

    /** A cache in front of the table that does not know tenants. */
    @Breaks(3)
    static final class CachesForAllTenants implements AssetStoreContract {
        @Override
        public StoreFixture<AssetStore> fixture() {
            return new Right() {
                private final Map<ContentRef, StoredAsset> cache = new ConcurrentHashMap<>();

                @Override
                public Optional<StoredAsset> find(Tx tx, Scope scope, ContentRef content) {
                    Optional<StoredAsset> found = super.find(tx, scope, content);
                    found.ifPresent(asset -> cache.putIfAbsent(content, asset));
                    return found.map(asset -> cache.getOrDefault(content, asset));
                }
            }.fixture();
        }
    }
}
