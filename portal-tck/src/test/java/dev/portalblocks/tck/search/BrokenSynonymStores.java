// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.memory.MemorySynonymStorage;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.spi.StoredSynonymRule;
import dev.portalblocks.search.spi.SynonymLookup;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of synonym rules that are right but for one condition. */
final class BrokenSynonymStores {
    private BrokenSynonymStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements SynonymStore {
        final Memory memory = new Memory();
        final SynonymStore inner = MemorySynonymStorage.in(memory).rules();

        @Override
        public Optional<StoredSynonymRule> find(Tx tx, Scope scope, SynonymRuleId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<StoredSynonymRule> findForUpdate(Tx tx, Scope scope, SynonymRuleId id) {
            return inner.findForUpdate(tx, scope, id);
        }

        @Override
        public boolean insert(Tx tx, StoredSynonymRule rule) {
            return inner.insert(tx, rule);
        }

        @Override
        public boolean update(Tx tx, StoredSynonymRule rule, long expectedVersion) {
            return inner.update(tx, rule, expectedVersion);
        }

        @Override
        public boolean delete(Tx tx, Scope scope, SynonymRuleId id) {
            return inner.delete(tx, scope, id);
        }

        @Override
        public List<StoredSynonymRule> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, after, limit);
        }

        @Override
        public int count(Tx tx, Scope scope) {
            return inner.count(tx, scope);
        }

        @Override
        public List<StoredSynonymRule> matching(Tx tx, Scope scope, SynonymLookup lookup) {
            return inner.matching(tx, scope, lookup);
        }

        StoreFixture<SynonymStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Instants lose their microseconds. */
    @Breaks(1)
    static final class KeepsMilliseconds implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredSynonymRule rule) {
                    return super.insert(
                            tx,
                            new StoredSynonymRule(
                                    rule.tenant(),
                                    rule.id(),
                                    rule.content(),
                                    rule.version(),
                                    rule.changedAt().truncatedTo(ChronoUnit.MILLIS)));
                }
            }.fixture();
        }
    }

    /** A lock that locks nothing. */
    @Breaks(2)
    static final class LocksNothing implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredSynonymRule> findForUpdate(Tx tx, Scope scope, SynonymRuleId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** What is there is overwritten. */
    @Breaks(3)
    static final class InsertsOver implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredSynonymRule rule) {
                    super.delete(tx, Scope.wholeTenant(rule.tenant()), rule.id());
                    return super.insert(tx, rule);
                }
            }.fixture();
        }
    }

    /** Whatever version is there is replaced. */
    @Breaks(4)
    static final class ReplacesAnyVersion implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredSynonymRule rule, long expectedVersion) {
                    long current = super.find(tx, Scope.wholeTenant(rule.tenant()), rule.id())
                            .map(StoredSynonymRule::version)
                            .orElse(expectedVersion);
                    return super.update(tx, rule, current);
                }
            }.fixture();
        }
    }

    /** A delete always did something. */
    @Breaks(5)
    static final class DeletesWhatIsNotThere implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                private final Set<SynonymRuleId> gone = ConcurrentHashMap.newKeySet();

                @Override
                public boolean delete(Tx tx, Scope scope, SynonymRuleId id) {
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

    /** Ids are sorted by their signed numbers. */
    @Breaks(6)
    static final class SortsByNumbers implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public List<StoredSynonymRule> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, after, limit).stream()
                            .sorted(Comparator.comparing(rule -> rule.id().value()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** A rule counts in every language. */
    @Breaks(7)
    static final class KnowsNoLanguages implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public List<StoredSynonymRule> matching(Tx tx, Scope scope, SynonymLookup lookup) {
                    Set<LanguageTag> all = Set.of(LanguageTag.GERMAN, LanguageTag.ENGLISH, LanguageTag.of("de-CH"));
                    return super.matching(
                            tx, scope, new SynonymLookup(all, lookup.keys(), lookup.beginning(), lookup.limit()));
                }
            }.fixture();
        }
    }

    /** Keys stay as they were when the rule was new. */
    @Breaks(7)
    static final class KeepsTheFirstKeys implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                private final Map<SynonymRuleId, Set<String>> first = new ConcurrentHashMap<>();

                @Override
                public boolean insert(Tx tx, StoredSynonymRule rule) {
                    first.putIfAbsent(rule.id(), rule.keys());
                    return super.insert(tx, rule);
                }

                @Override
                public List<StoredSynonymRule> matching(Tx tx, Scope scope, SynonymLookup lookup) {
                    return super.matching(tx, scope, lookup).stream()
                            .filter(rule -> lookup.beginning() != null
                                    || first.getOrDefault(rule.id(), rule.keys()).stream()
                                            .anyMatch(lookup.keys()::contains))
                            .toList();
                }
            }.fixture();
        }
    }

    /** What is being typed has to be typed to its end. */
    @Breaks(7)
    static final class KnowsNoBeginnings implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public List<StoredSynonymRule> matching(Tx tx, Scope scope, SynonymLookup lookup) {
                    return super.matching(
                            tx, scope, new SynonymLookup(lookup.languages(), lookup.keys(), null, lookup.limit()));
                }
            }.fixture();
        }
    }

    /** A rule that a tenant lacks is taken from the other one. */
    @Breaks(8)
    static final class LooksIntoTheOtherTenant implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredSynonymRule> find(Tx tx, Scope scope, SynonymRuleId id) {
                    return super.find(tx, scope, id).or(() -> super.find(tx, SynonymRows.ALL_OF_OTHER, id));
                }
            }.fixture();
        }
    }

    /** A delete is remembered beside the transaction. */
    @Breaks(9)
    static final class DeletesForGood implements SynonymStoreContract {
        @Override
        public StoreFixture<SynonymStore> fixture() {
            return new Right() {
                private final Set<String> deleted = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredSynonymRule rule) {
                    deleted.remove(rule.tenant() + "/" + rule.id());
                    return super.insert(tx, rule);
                }

                @Override
                public boolean delete(Tx tx, Scope scope, SynonymRuleId id) {
                    boolean there = super.delete(tx, scope, id);
                    if (there) {
                        deleted.add(scope.tenant() + "/" + id);
                    }
                    return there;
                }

                @Override
                public List<StoredSynonymRule> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, after, limit).stream()
                            .filter(rule -> !deleted.contains(rule.tenant() + "/" + rule.id()))
                            .toList();
                }
            }.fixture();
        }
    }
}
