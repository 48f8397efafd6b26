// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.RevisionStore;
import dev.portalblocks.kb.spi.StoredRevision;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of revisions that are right but for one condition. */
final class BrokenRevisionStores {
    private BrokenRevisionStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements RevisionStore {
        final Memory memory = new Memory();
        final RevisionStore inner = MemoryKnowledgeStorage.in(memory).revisions();

        @Override
        public boolean append(Tx tx, StoredRevision revision) {
            return inner.append(tx, revision);
        }

        @Override
        public List<StoredRevision> list(Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, article, after, limit);
        }

        @Override
        public Optional<StoredRevision> find(Tx tx, Scope scope, ArticleId article, long number) {
            return inner.find(tx, scope, article, number);
        }

        StoreFixture<RevisionStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Looks whether the number is free before it waits for who is using it, and believes it afterwards. */
    @Breaks(1)
    static final class LooksBeforeItWaits implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return new Right() {
                @Override
                public boolean append(Tx tx, StoredRevision revision) {
                    Scope tenant = Scope.wholeTenant(revision.tenant());
                    boolean isFree = super.list(tx, tenant, revision.article(), null, Integer.MAX_VALUE).stream()
                            .noneMatch(other -> other.revision().number()
                                    == revision.revision().number());
                    return super.append(tx, revision) || isFree;
                }
            }.fixture();
        }
    }

    /** Forgets the audiences of the scope. */
    @Breaks(2)
    static final class ListsForAnyAudience implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision> list(
                        Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), article, after, limit);
                }
            }.fixture();
        }
    }

    /** Finds what the scope does not cover. */
    @Breaks(3)
    static final class FindsForAnyAudience implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredRevision> find(Tx tx, Scope scope, ArticleId article, long number) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()), article, number);
                }
            }.fixture();
        }
    }

    /** Cuts the page before it looks at the scope. */
    @Breaks(2)
    static final class FiltersAfterTheLimit implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision> list(
                        Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), article, after, limit).stream()
                            .filter(revision -> scope.covers(revision.label()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Sorts numbers as texts. */
    @Breaks(2)
    static final class SortsNumbersAsTexts implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision> list(
                        Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
                    Comparator<StoredRevision> byText = Comparator.comparing(
                            stored -> String.valueOf(stored.revision().number()));
                    return super.list(tx, scope, article, after, limit).stream()
                            .sorted(byText.reversed())
                            .toList();
                }
            }.fixture();
        }
    }

    /** A page begins with the revision that the last one ended with. */
    @Breaks(2)
    static final class RepeatsTheEdgeOfAPage implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision> list(
                        Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, article, null, Integer.MAX_VALUE).stream()
                            .filter(stored -> after == null
                                    || RevisionStore.place(stored.revision().number())
                                                    .compareTo(after)
                                            >= 0)
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** A cache in front of the table shows an article's first revision before it is committed. */
    @Breaks(4)
    static final class CachesWhatIsRolledBack implements RevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore> fixture() {
            return new Right() {
                private final Map<List<Object>, StoredRevision> first = new ConcurrentHashMap<>();

                @Override
                public boolean append(Tx tx, StoredRevision revision) {
                    boolean appended = super.append(tx, revision);
                    if (appended) {
                        first.put(List.of(revision.tenant(), revision.article()), revision);
                    }
                    return appended;
                }

                @Override
                public List<StoredRevision> list(
                        Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
                    List<StoredRevision> kept = super.list(tx, scope, article, after, limit);
                    StoredRevision cached = first.get(List.of(scope.tenant(), article));
                    boolean isShown = after == null && cached != null && scope.covers(cached.label());
                    return kept.isEmpty() && isShown ? List.of(cached) : kept;
                }
            }.fixture();
        }
    }
}
