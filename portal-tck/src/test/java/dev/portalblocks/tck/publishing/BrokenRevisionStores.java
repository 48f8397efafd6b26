// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.publishing;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.publishing.spi.StoredRevision;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.kb.ArticleRevisionStoreContract;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores of revisions that are right but for one condition. */
final class BrokenRevisionStores {
    private BrokenRevisionStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements RevisionStore<ArticleContent> {
        final Memory memory = new Memory();
        final RevisionStore<ArticleContent> inner =
                MemoryKnowledgeStorage.in(memory).revisions();

        @Override
        public boolean append(Tx tx, StoredRevision<ArticleContent> revision) {
            return inner.append(tx, revision);
        }

        @Override
        public List<StoredRevision<ArticleContent>> list(
                Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, object, after, limit);
        }

        @Override
        public Optional<StoredRevision<ArticleContent>> find(Tx tx, Scope scope, UUID object, long number) {
            return inner.find(tx, scope, object, number);
        }

        @Override
        public void deleteAllOf(Tx tx, TenantId tenant, UUID object) {
            inner.deleteAllOf(tx, tenant, object);
        }

        StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Looks whether the number is free before it waits for who is using it, and believes it afterwards. */
    @Breaks(1)
    static final class LooksBeforeItWaits implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public boolean append(Tx tx, StoredRevision<ArticleContent> revision) {
                    Scope tenant = Scope.wholeTenant(revision.tenant());
                    boolean isFree = super.list(tx, tenant, revision.object(), null, Integer.MAX_VALUE).stream()
                            .noneMatch(other -> other.revision().number()
                                    == revision.revision().number());
                    return super.append(tx, revision) || isFree;
                }
            }.fixture();
        }
    }

    /** Forgets the audiences of the scope. */
    @Breaks(2)
    static final class ListsForAnyAudience implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision<ArticleContent>> list(
                        Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), object, after, limit);
                }
            }.fixture();
        }
    }

    /** Finds what the scope does not cover. */
    @Breaks(3)
    static final class FindsForAnyAudience implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public Optional<StoredRevision<ArticleContent>> find(Tx tx, Scope scope, UUID object, long number) {
                    return super.find(tx, Scope.wholeTenant(scope.tenant()), object, number);
                }
            }.fixture();
        }
    }

    /** Cuts the page before it looks at the scope. */
    @Breaks(2)
    static final class FiltersAfterTheLimit implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision<ArticleContent>> list(
                        Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), object, after, limit).stream()
                            .filter(revision -> scope.covers(revision.label()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Sorts numbers as texts. */
    @Breaks(2)
    static final class SortsNumbersAsTexts implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision<ArticleContent>> list(
                        Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
                    Comparator<StoredRevision<ArticleContent>> byText = Comparator.comparing(
                            stored -> String.valueOf(stored.revision().number()));
                    return super.list(tx, scope, object, after, limit).stream()
                            .sorted(byText.reversed())
                            .toList();
                }
            }.fixture();
        }
    }

    /** A page begins with the revision that the last one ended with. */
    @Breaks(2)
    static final class RepeatsTheEdgeOfAPage implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public List<StoredRevision<ArticleContent>> list(
                        Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
                    return super.list(tx, scope, object, null, Integer.MAX_VALUE).stream()
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

    /** Keeps the first, as one that everybody has seen. */
    @Breaks(4)
    static final class KeepsTheFirst implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public void deleteAllOf(Tx tx, TenantId tenant, UUID object) {
                    Optional<StoredRevision<ArticleContent>> first =
                            super.find(tx, Scope.wholeTenant(tenant), object, 1);
                    super.deleteAllOf(tx, tenant, object);
                    first.ifPresent(revision -> super.append(tx, revision));
                }
            }.fixture();
        }
    }

    /** Deletes the next object's as well where it is the last of its tenant. */
    @Breaks(4)
    static final class DeletesThoseOfEverything implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                @Override
                public void deleteAllOf(Tx tx, TenantId tenant, UUID object) {
                    super.deleteAllOf(tx, tenant, object);
                    super.deleteAllOf(
                            tx,
                            tenant,
                            new UUID(object.getMostSignificantBits(), object.getLeastSignificantBits() + 1));
                }
            }.fixture();
        }
    }

    /** A cache in front of the table shows an article's first revision before it is committed. */
    @Breaks(5)
    static final class CachesWhatIsRolledBack implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return new Right() {
                private final Map<List<Object>, StoredRevision<ArticleContent>> first = new ConcurrentHashMap<>();

                @Override
                public boolean append(Tx tx, StoredRevision<ArticleContent> revision) {
                    boolean appended = super.append(tx, revision);
                    if (appended) {
                        first.put(List.of(revision.tenant(), revision.object()), revision);
                    }
                    return appended;
                }

                @Override
                public List<StoredRevision<ArticleContent>> list(
                        Tx tx, Scope scope, UUID object, @Nullable Keyset after, int limit) {
                    List<StoredRevision<ArticleContent>> kept = super.list(tx, scope, object, after, limit);
                    StoredRevision<ArticleContent> cached = first.get(List.of(scope.tenant(), object));
                    boolean isShown = after == null && cached != null && scope.covers(cached.label());
                    return kept.isEmpty() && isShown ? List.of(cached) : kept;
                }

                @Override
                public void deleteAllOf(Tx tx, TenantId tenant, UUID object) {
                    first.remove(List.of(tenant, object));
                    super.deleteAllOf(tx, tenant, object);
                }
            }.fixture();
        }
    }
}
