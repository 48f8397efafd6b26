// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores of articles that are right but for one condition. */
final class BrokenArticleStores {
    private BrokenArticleStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements ArticleStore {
        final Memory memory = new Memory();
        final ArticleStore inner = MemoryKnowledgeStorage.in(memory).articles();

        @Override
        public Optional<StoredArticle> find(Tx tx, Scope scope, ArticleId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public Optional<StoredArticle> findForUpdate(Tx tx, Scope scope, ArticleId id) {
            return inner.findForUpdate(tx, scope, id);
        }

        @Override
        public Optional<StoredArticle> findBySource(Tx tx, Scope scope, SourceKey source) {
            return inner.findBySource(tx, scope, source);
        }

        @Override
        public boolean insert(Tx tx, StoredArticle article) {
            return inner.insert(tx, article);
        }

        @Override
        public boolean update(Tx tx, StoredArticle article) {
            return inner.update(tx, article);
        }

        @Override
        public List<StoredArticle> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
            return inner.list(tx, scope, after, limit);
        }

        @Override
        public List<StoredArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids) {
            return inner.listOf(tx, scope, ids);
        }

        @Override
        public List<StoredArticle> listBySource(Tx tx, Scope scope, String source, @Nullable Keyset after, int limit) {
            return inner.listBySource(tx, scope, source, after, limit);
        }

        StoreFixture<ArticleStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Forgets the scope of some. */
    @Breaks(8)
    static final class ListsSomeForAnybody implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids) {
                    return super.listOf(tx, Scope.wholeTenant(scope.tenant()), ids);
                }
            }.fixture();
        }
    }

    /** Has a limit of its own. */
    @Breaks(8)
    static final class ListsFiftyAtMost implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids) {
                    return super.listOf(tx, scope, ids).stream().limit(50).toList();
                }
            }.fixture();
        }
    }

    /** Forgets the audiences of the scope. */
    @Breaks(1)
    static final class FindsForAnyAudience implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredArticle> find(Tx tx, Scope scope, ArticleId id) {
                    Scope wider =
                            new Scope(scope.tenant(), scope.customers(), scope.teams(), Bound.all(), scope.states());
                    return super.find(tx, wider, id);
                }
            }.fixture();
        }
    }

    /** Looks at the draft alone where there is one. */
    @Breaks(1)
    static final class LooksAtOneSide implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredArticle> find(Tx tx, Scope scope, ArticleId id) {
                    Scope wider =
                            new Scope(scope.tenant(), scope.customers(), scope.teams(), Bound.all(), scope.states());
                    return super.find(tx, wider, id)
                            .filter(article -> onlyDraft(article).isWithin(scope));
                }
            }.fixture();
        }

        private static StoredArticle onlyDraft(StoredArticle article) {
            Parts<ArticleContent> parts = article.parts();
            return parts.draft() == null
                    ? article
                    : article.next(article.state(), new Parts<>(parts.draft(), null), article.changedAt());
        }
    }

    /** Reads where it should lock. */
    @Breaks(2)
    static final class FindsWithoutALock implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredArticle> findForUpdate(Tx tx, Scope scope, ArticleId id) {
                    return super.find(tx, scope, id);
                }
            }.fixture();
        }
    }

    /** Forgets the states of the scope. */
    @Breaks(3)
    static final class FindsBySourceInAnyState implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredArticle> findBySource(Tx tx, Scope scope, SourceKey source) {
                    Scope wider =
                            new Scope(scope.tenant(), scope.customers(), scope.teams(), scope.audiences(), Bound.all());
                    return super.findBySource(tx, wider, source);
                }
            }.fixture();
        }
    }

    /** Where the source is taken, half of the article is kept. */
    @Breaks(4)
    static final class KeepsHalfOfARefusedArticle implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredArticle article) {
                    boolean inserted = super.insert(tx, article);
                    if (!inserted && article.source() != null) {
                        super.insert(tx, withoutSource(article));
                    }
                    return inserted;
                }
            }.fixture();
        }

        private static StoredArticle withoutSource(StoredArticle article) {
            return new StoredArticle(
                    article.tenant(),
                    article.id(),
                    article.state(),
                    null,
                    article.parts(),
                    article.version(),
                    article.changedAt());
        }
    }

    /** Lets a second change of one version have its way. */
    @Breaks(5)
    static final class LosesAnUpdate implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public boolean update(Tx tx, StoredArticle article) {
                    Scope tenant = Scope.wholeTenant(article.tenant());
                    boolean isSameVersion = super.findForUpdate(tx, tenant, article.id())
                            .filter(now -> now.version() == article.version())
                            .isPresent();
                    return isSameVersion || super.update(tx, article);
                }
            }.fixture();
        }
    }

    /** Cuts the page before it looks at the scope. */
    @Breaks(6)
    static final class FiltersAfterTheLimit implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
                    return super.list(tx, Scope.wholeTenant(scope.tenant()), after, limit).stream()
                            .filter(article -> article.isWithin(scope))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Compares paths without regard to case at the edge of a page. */
    @Breaks(6)
    static final class LosesAPathThatDiffersInCase implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listBySource(
                        Tx tx, Scope scope, String source, @Nullable Keyset after, int limit) {
                    return super.listBySource(tx, scope, source, after, limit).stream()
                            .filter(article -> after == null || !isAt(article, after.id()))
                            .toList();
                }
            }.fixture();
        }

        private static boolean isAt(StoredArticle article, String path) {
            SourceKey source = article.source();
            return source != null && source.path().equalsIgnoreCase(path);
        }
    }
}
