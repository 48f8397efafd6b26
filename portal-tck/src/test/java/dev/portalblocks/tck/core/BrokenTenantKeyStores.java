// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.crypto.memory.MemoryTenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of tenants' keys that are right but for one condition. */
final class BrokenTenantKeyStores {
    private BrokenTenantKeyStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements TenantKeyStore {
        final Memory memory = new Memory();
        final TenantKeyStore inner = new MemoryTenantKeyStore(memory);

        @Override
        public Optional<byte[]> find(Tx tx, TenantId tenant) {
            return inner.find(tx, tenant);
        }

        @Override
        public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
            return inner.putIfAbsent(tx, tenant, key);
        }

        StoreFixture<TenantKeyStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Keeps the caller's own bytes. */
    @Breaks(1)
    static final class KeepsTheCallersArray implements TenantKeyStoreContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                private final MemoryTable<TenantId, byte[]> keys =
                        memory.table("test.key", Comparator.comparing(TenantId::value));

                @Override
                public Optional<byte[]> find(Tx tx, TenantId tenant) {
                    return keys.find(tx, tenant).map(byte[]::clone);
                }

                @Override
                public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                    keys.insert(tx, tenant, key);
                    return keys.find(tx, tenant).orElseThrow().clone();
                }
            }.fixture();
        }
    }

    /** Who finds no key takes its own to be the one, also when it had to wait for another's. */
    @Breaks(2)
    static final class LooksBeforeItWaits implements TenantKeyStoreContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                    boolean isFree = inner.find(tx, tenant).isEmpty();
                    byte[] kept = super.putIfAbsent(tx, tenant, key);
                    return isFree ? key.clone() : kept;
                }
            }.fixture();
        }
    }

    /** A column that does not tell upper from lower case. */
    @Breaks(3)
    static final class FoldsTheCaseOfTenants implements TenantKeyStoreContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                @Override
                public Optional<byte[]> find(Tx tx, TenantId tenant) {
                    return super.find(tx, folded(tenant));
                }

                @Override
                public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                    return super.putIfAbsent(tx, folded(tenant), key);
                }
            }.fixture();
        }

        private static TenantId folded(TenantId tenant) {
            return TenantId.of(tenant.value().toLowerCase(Locale.ROOT));
        }
    }

    /** A cache in front of the table that hears of keys before they are committed. */
    @Breaks(4)
    static final class CachesWhatIsRolledBack implements TenantKeyStoreContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            return new Right() {
                private final Map<TenantId, byte[]> cache = new ConcurrentHashMap<>();

                @Override
                public Optional<byte[]> find(Tx tx, TenantId tenant) {
                    return super.find(tx, tenant)
                            .map(key -> cache.getOrDefault(tenant, key).clone());
                }

                @Override
                public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
                    byte[] kept = super.putIfAbsent(tx, tenant, key);
                    return cache.computeIfAbsent(tenant, t -> kept.clone()).clone();
                }
            }.fixture();
        }
    }
}
