// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.audit.memory.MemoryAuditStore;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Audit stores that are right but for one condition. */
final class BrokenAuditStores {
    private BrokenAuditStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements AuditStore {
        final Memory memory = new Memory();
        final AuditStore inner = new MemoryAuditStore(memory);

        @Override
        public void append(Tx tx, AuditEntry entry) {
            inner.append(tx, entry);
        }

        @Override
        public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, after, limit);
        }

        StoreFixture<AuditStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** A column of milliseconds. */
    @Breaks(1)
    static final class LosesMicroseconds implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public void append(Tx tx, AuditEntry entry) {
                    super.append(
                            tx,
                            new AuditEntry(
                                    entry.id(),
                                    entry.tenant(),
                                    entry.at().truncatedTo(ChronoUnit.MILLIS),
                                    entry.actorKind(),
                                    entry.actor(),
                                    entry.operation(),
                                    entry.outcome(),
                                    entry.subject(),
                                    entry.customer(),
                                    entry.onBehalfOf()));
                }
            }.fixture();
        }
    }

    /** Has no column for the second person. */
    @Breaks(1)
    static final class ForgetsOnWhoseBehalf implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public void append(Tx tx, AuditEntry entry) {
                    super.append(
                            tx,
                            new AuditEntry(
                                    entry.id(),
                                    entry.tenant(),
                                    entry.at(),
                                    entry.actorKind(),
                                    entry.actor(),
                                    entry.operation(),
                                    entry.outcome(),
                                    entry.subject(),
                                    entry.customer(),
                                    null));
                }
            }.fixture();
        }
    }

    /** Passes over a duplicate in silence. */
    @Breaks(2)
    static final class IgnoresDuplicates implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public void append(Tx tx, AuditEntry entry) {
                    try {
                        super.append(tx, entry);
                    } catch (PortalException.Conflict e) {
                        // "on conflict do nothing"
                    }
                }
            }.fixture();
        }
    }

    /** Counts a tenant's entries in a row that each append locks. */
    @Breaks(3)
    static final class SerialisesATenant implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                private final MemoryTable<TenantId, Long> counts =
                        memory.table("test.count", Comparator.comparing(TenantId::value));

                @Override
                public void append(Tx tx, AuditEntry entry) {
                    long count = counts.findForUpdate(tx, entry.tenant()).orElse(0L);
                    counts.put(tx, entry.tenant(), count + 1);
                    super.append(tx, entry);
                }
            }.fixture();
        }
    }

    /** A page begins with the entry that the last one ended with. */
    @Breaks(4)
    static final class RepeatsTheEdgeOfAPage implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, null, Integer.MAX_VALUE).stream()
                            .filter(entry ->
                                    after == null || Keyset.ofId(entry.id()).compareTo(after) >= 0)
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Sorts by the UUID, which Java compares as two signed numbers. */
    @Breaks(4)
    static final class SortsByTheNumber implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, after, limit).stream()
                            .sorted(Comparator.comparing(AuditEntry::id))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Has a limit of its own, which it keeps to itself. */
    @Breaks(4)
    static final class ReturnsFewerThanTheLimit implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, after, Math.min(limit, 100));
                }
            }.fixture();
        }
    }

    /** Asks for the tenant and for nothing else. */
    @Breaks(5)
    static final class IgnoresCustomers implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), after, limit);
                }
            }.fixture();
        }
    }

    /** Takes an entry without a customer for everybody's. */
    @Breaks(5)
    static final class ShowsTheCompanysOwn implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), after, Integer.MAX_VALUE).stream()
                            .filter(entry -> entry.customer() == null || entry.isWithin(scope))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Leaves out of a page what is not for the scope, behind the query. */
    @Breaks(5)
    static final class FiltersWhatItHasRead implements AuditStoreContract {
        @Override
        public StoreFixture<AuditStore> fixture() {
            return new Right() {
                @Override
                public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), after, limit).stream()
                            .filter(entry -> entry.isWithin(scope))
                            .toList();
                }
            }.fixture();
        }
    }
}
