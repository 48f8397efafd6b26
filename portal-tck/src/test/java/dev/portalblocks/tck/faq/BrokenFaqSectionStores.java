// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.StoredFaqSection;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of sections that are right but for one condition. */
final class BrokenFaqSectionStores {
    private BrokenFaqSectionStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements FaqSectionStore {
        final Memory memory = new Memory();
        final FaqSectionStore inner = MemoryFaqStorage.in(memory).sections();

        @Override
        public Optional<StoredFaqSection> find(Tx tx, Scope scope, FaqSectionId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<StoredFaqSection> findForUpdate(Tx tx, Scope scope, FaqSectionId id) {
            return inner.findForUpdate(tx, scope, id);
        }

        @Override
        public boolean insert(Tx tx, StoredFaqSection section) {
            return inner.insert(tx, section);
        }

        @Override
        public boolean update(Tx tx, StoredFaqSection section, long expectedVersion) {
            return inner.update(tx, section, expectedVersion);
        }

        @Override
        public boolean delete(Tx tx, Scope scope, FaqSectionId id) {
            return inner.delete(tx, scope, id);
        }

        @Override
        public List<StoredFaqSection> list(Tx tx, Scope scope) {
            return inner.list(tx, scope);
        }

        StoreFixture<FaqSectionStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Instants lose their microseconds. */
    @Breaks(1)
    static final class KeepsMilliseconds implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredFaqSection section) {
                    return super.insert(
                            tx,
                            new StoredFaqSection(
                                    section.tenant(),
                                    section.id(),
                                    section.title(),
                                    section.position(),
                                    section.version(),
                                    section.changedAt().truncatedTo(ChronoUnit.MILLIS)));
                }
            }.fixture();
        }
    }

    /** A lock that locks nothing. */
    @Breaks(2)
    static final class LocksNothing implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFaqSection> findForUpdate(Tx tx, Scope scope, FaqSectionId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** Whatever version is there is replaced. */
    @Breaks(4)
    static final class ReplacesAnyVersion implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredFaqSection section, long expectedVersion) {
                    long current = super.find(tx, Scope.wholeTenant(section.tenant()), section.id())
                            .map(StoredFaqSection::version)
                            .orElse(expectedVersion);
                    return super.update(tx, section, current);
                }
            }.fixture();
        }
    }

    /** What is gone anyway counts as removed. */
    @Breaks(5)
    static final class DeletesWhatIsNotThere implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return new Right() {
                private final Set<FaqSectionId> gone = ConcurrentHashMap.newKeySet();

                @Override
                public boolean delete(Tx tx, Scope scope, FaqSectionId id) {
                    boolean deleted = super.delete(tx, scope, id);
                    boolean wasThereOnce = !deleted && gone.contains(id);
                    if (deleted) {
                        gone.add(id);
                    }
                    return deleted || wasThereOnce;
                }
            }.fixture();
        }
    }

    /** Ties are broken by the signed numbers of the ids. */
    @Breaks(6)
    static final class BreaksTiesByNumbers implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return new Right() {
                @Override
                public List<StoredFaqSection> list(Tx tx, Scope scope) {
                    return super.list(tx, scope).stream()
                            .sorted(Comparator.comparingInt(StoredFaqSection::position)
                                    .thenComparing(section -> section.id().value()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** A section that a tenant lacks is taken from the other one. */
    @Breaks(7)
    static final class LooksIntoTheOtherTenant implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredFaqSection> find(Tx tx, Scope scope, FaqSectionId id) {
                    return super.find(tx, scope, id).or(() -> super.find(tx, FaqRows.ALL_OF_OTHER, id));
                }
            }.fixture();
        }
    }

    /** A delete is remembered beside the transaction. */
    @Breaks(8)
    static final class DeletesForGood implements FaqSectionStoreContract {
        @Override
        public StoreFixture<FaqSectionStore> fixture() {
            return new Right() {
                private final Set<String> deleted = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredFaqSection section) {
                    deleted.remove(section.tenant() + "/" + section.id());
                    return super.insert(tx, section);
                }

                @Override
                public boolean delete(Tx tx, Scope scope, FaqSectionId id) {
                    boolean there = super.delete(tx, scope, id);
                    if (there) {
                        deleted.add(scope.tenant() + "/" + id);
                    }
                    return there;
                }

                @Override
                public Optional<StoredFaqSection> find(Tx tx, Scope scope, FaqSectionId id) {
                    return super.find(tx, scope, id).filter(found -> !deleted.contains(scope.tenant() + "/" + id));
                }
            }.fixture();
        }
    }
}
