// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists for those who answer for articles that are right but for one condition. */
final class BrokenArticleCareStores {
    private BrokenArticleCareStores() {}

    /** The memory's; each broken one overrides the method in which it goes wrong. */
    static class Right implements ArticleCareStore {
        final Memory memory = new Memory();
        final MemoryKnowledgeStorage storage = MemoryKnowledgeStorage.in(memory);
        final ArticleCareStore inner = storage.care();

        @Override
        public List<StoredArticle> listOwned(Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit) {
            return inner.listOwned(tx, scope, owner, after, limit);
        }

        @Override
        public List<StoredArticle> listDue(
                Tx tx, Scope scope, LocalDate until, @Nullable String owner, @Nullable Keyset after, int limit) {
            return inner.listDue(tx, scope, until, owner, after, limit);
        }

        @Override
        public List<LanguageCoverage> countByLanguage(Tx tx, Scope scope, Instant since) {
            return inner.countByLanguage(tx, scope, since);
        }

        @Override
        public List<StoredArticle> listUntranslated(
                Tx tx, Scope scope, LanguageTag language, Instant since, @Nullable Keyset after, int limit) {
            return inner.listUntranslated(tx, scope, language, since, after, limit);
        }

        StoreFixture<KnowledgeStorage> fixture() {
            return new StoreFixture<>(
                    memory,
                    new MemoryKnowledgeStorage(
                            memory,
                            storage.articles(),
                            storage.published(),
                            this,
                            storage.slugs(),
                            storage.revisions(),
                            storage.categories(),
                            storage.assets(),
                            storage.votes(),
                            storage.feedback(),
                            storage.views(),
                            storage.viewCounts(),
                            storage.health()));
        }
    }

    /** Cuts the page before it looks at the owner. */
    @Breaks(1)
    static final class FiltersAfterTheLimit implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listOwned(
                        Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit) {
                    return storage.articles().list(tx, scope, after, limit).stream()
                            .filter(article -> owner.equals(article.settings().owner()))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Compares logins without regard to case. */
    @Breaks(1)
    static final class FoldsCase implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listOwned(
                        Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit) {
                    return storage.articles().list(tx, scope, after, 1_000).stream()
                            .filter(article ->
                                    owner.equalsIgnoreCase(article.settings().owner()))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** What has to be looked at on the very day is not due yet. */
    @Breaks(2)
    static final class LeavesOutTheDay implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listDue(
                        Tx tx,
                        Scope scope,
                        LocalDate until,
                        @Nullable String owner,
                        @Nullable Keyset after,
                        int limit) {
                    return super.listDue(tx, scope, until.minusDays(1), owner, after, limit);
                }
            }.fixture();
        }
    }

    /** Shows what is due to editors who may not see it. */
    @Breaks(2)
    static final class ForgetsTheScope implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listDue(
                        Tx tx,
                        Scope scope,
                        LocalDate until,
                        @Nullable String owner,
                        @Nullable Keyset after,
                        int limit) {
                    return super.listDue(tx, Scope.wholeTenant(scope.tenant()), until, owner, after, limit);
                }
            }.fixture();
        }
    }

    /** Goes on behind the day and not behind the article. */
    @Breaks(2)
    static final class GoesOnWithTheNextDay implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listDue(
                        Tx tx,
                        Scope scope,
                        LocalDate until,
                        @Nullable String owner,
                        @Nullable Keyset after,
                        int limit) {
                    Keyset behind = after == null ? null : new Keyset(after.sortKey(), "z");
                    return super.listDue(tx, scope, until, owner, behind, limit);
                }
            }.fixture();
        }
    }
}
