// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of entries that are right but for one condition. */
final class BrokenFaqEntryStores {
    private BrokenFaqEntryStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements FaqEntryStore {
        final Memory memory = new Memory();
        final FaqEntryStore inner = MemoryFaqStorage.in(memory).entries();

        @Override
        public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<StoredFaqEntry> findForUpdate(Tx tx, Scope scope, FaqEntryId id) {
            return inner.findForUpdate(tx, scope, id);
        }

        @Override
        public boolean insert(Tx tx, StoredFaqEntry entry) {
            return inner.insert(tx, entry);
        }

        @Override
        public boolean update(Tx tx, StoredFaqEntry entry, long expectedVersion) {
            return inner.update(tx, entry, expectedVersion);
        }

        @Override
        public boolean delete(Tx tx, Scope scope, FaqEntryId id) {
            return inner.delete(tx, scope, id);
        }

        @Override
        public List<StoredFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections) {
            return inner.inSections(tx, scope, sections);
        }

        @Override
        public List<StoredFaqEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, after, limit);
        }

        StoreFixture<FaqEntryStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Whoever knows the id finds a draft. */
    @Breaks(1)
    static final class FindsDraftsForReaders implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
                    return super.find(tx, inAnyState(scope), id);
                }
            }.fixture();
        }
    }

    /** A lock that locks nothing. */
    @Breaks(2)
    static final class LocksNothing implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFaqEntry> findForUpdate(Tx tx, Scope scope, FaqEntryId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** The later one of two stays. */
    @Breaks(3)
    static final class InsertsOverWhatIsThere implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredFaqEntry entry) {
                    boolean free = super.insert(tx, entry);
                    if (!free) {
                        super.update(tx, entry, 1);
                    }
                    return free;
                }
            }.fixture();
        }
    }

    /** An older version than expected is replaced as well. */
    @Breaks(4)
    static final class ReplacesOlderVersions implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredFaqEntry entry, long expectedVersion) {
                    long current = super.find(tx, Scope.wholeTenant(entry.tenant()), entry.id())
                            .map(StoredFaqEntry::version)
                            .orElse(expectedVersion);
                    return super.update(tx, entry, Math.min(current, expectedVersion));
                }
            }.fixture();
        }
    }

    /** Whoever knows the id removes it. */
    @Breaks(5)
    static final class DeletesBeyondTheScope implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public boolean delete(Tx tx, Scope scope, FaqEntryId id) {
                    return super.delete(tx, Scope.wholeTenant(scope.tenant()), id);
                }
            }.fixture();
        }
    }

    /** Sections show what is for others, too. */
    @Breaks(6)
    static final class ShowsOtherAudiencesInSections implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public List<StoredFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections) {
                    Scope all =
                            new Scope(scope.tenant(), scope.customers(), scope.teams(), Bound.all(), scope.states());
                    return super.inSections(tx, all, sections);
                }
            }.fixture();
        }
    }

    /** A page behind what has vanished leaves one out. */
    @Breaks(7)
    static final class SkipsOneBehindAVanishedEntry implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public List<StoredFaqEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    boolean vanished = after != null
                            && super.find(tx, scope, FaqEntryId.of(UUID.fromString(after.id())))
                                    .isEmpty();
                    return vanished
                            ? super.list(tx, scope, after, limit + 1).stream()
                                    .skip(1)
                                    .toList()
                            : super.list(tx, scope, after, limit);
                }
            }.fixture();
        }
    }

    /** The scope is applied to the page, not to the query. */
    @Breaks(7)
    static final class ShortensPages implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public List<StoredFaqEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), after, limit).stream()
                            .filter(entry -> entry.isWithin(scope))
                            .toList();
                }
            }.fixture();
        }
    }

    /** An entry that a tenant lacks is taken from the other one. */
    @Breaks(8)
    static final class LooksIntoTheOtherTenant implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
                    return super.find(tx, scope, id).or(() -> super.find(tx, FaqRows.ALL_OF_OTHER, id));
                }
            }.fixture();
        }
    }

    /** A delete is remembered beside the transaction. */
    @Breaks(9)
    static final class DeletesForGood implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return new Right() {
                private final Set<String> deleted = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredFaqEntry entry) {
                    deleted.remove(entry.tenant() + "/" + entry.id());
                    return super.insert(tx, entry);
                }

                @Override
                public boolean delete(Tx tx, Scope scope, FaqEntryId id) {
                    boolean there = super.delete(tx, scope, id);
                    if (there) {
                        deleted.add(scope.tenant() + "/" + id);
                    }
                    return there;
                }

                @Override
                public Optional<StoredFaqEntry> find(Tx tx, Scope scope, FaqEntryId id) {
                    return super.find(tx, scope, id).filter(found -> !deleted.contains(scope.tenant() + "/" + id));
                }
            }.fixture();
        }
    }

    private static Scope inAnyState(Scope scope) {
        return new Scope(scope.tenant(), scope.customers(), scope.teams(), scope.audiences(), Bound.all());
    }
}
