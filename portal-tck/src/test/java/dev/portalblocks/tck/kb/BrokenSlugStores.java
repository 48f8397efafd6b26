// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.StoredSlug;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores of slugs that are right but for one condition. */
final class BrokenSlugStores {
    private BrokenSlugStores() {}

    /** The memory store; each broken one overrides the method in which it goes wrong. */
    private static class Right implements SlugStore {
        final Memory memory = new Memory();
        final SlugStore inner = MemoryKnowledgeStorage.in(memory).slugs();

        @Override
        public Optional<StoredSlug> find(Tx tx, Scope scope, LanguageTag language, String slug) {
            return inner.find(tx, scope, language, slug);
        }

        @Override
        public boolean insert(Tx tx, StoredSlug slug) {
            return inner.insert(tx, slug);
        }

        @Override
        public boolean delete(Tx tx, Scope scope, ArticleId article, LanguageTag language, String slug) {
            return inner.delete(tx, scope, article, language, slug);
        }

        @Override
        public List<StoredSlug> list(Tx tx, Scope scope, ArticleId article) {
            return inner.list(tx, scope, article);
        }

        StoreFixture<SlugStore> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** Capitals find what is written in small letters. */
    @Breaks(1)
    static final class FoldsCase implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredSlug> find(Tx tx, Scope scope, LanguageTag language, String slug) {
                    return super.find(tx, scope, language, slug)
                            .or(() -> super.find(tx, scope, language, slug.toLowerCase(Locale.ROOT)));
                }
            }.fixture();
        }
    }

    /** A slug of German is one of Swiss German as well. */
    @Breaks(1)
    static final class FallsBack implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return new Right() {
                @Override
                public Optional<StoredSlug> find(Tx tx, Scope scope, LanguageTag language, String slug) {
                    return super.find(tx, scope, language, slug)
                            .or(() -> super.find(tx, scope, LanguageTag.GERMAN, slug));
                }
            }.fixture();
        }
    }

    /** What an article has already it takes again. */
    @Breaks(2)
    static final class TakesItsOwnAgain implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return new Right() {
                @Override
                public boolean insert(Tx tx, StoredSlug slug) {
                    Scope all = Scope.wholeTenant(slug.tenant());
                    return super.insert(tx, slug)
                            || super.find(tx, all, slug.language(), slug.slug())
                                    .filter(found -> found.article().equals(slug.article()))
                                    .isPresent();
                }
            }.fixture();
        }
    }

    /** Lets go of whosever slug it is. */
    @Breaks(3)
    static final class DeletesAnyones implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return new Right() {
                @Override
                public boolean delete(Tx tx, Scope scope, ArticleId article, LanguageTag language, String slug) {
                    return super.find(tx, scope, language, slug)
                            .map(found -> super.delete(tx, scope, found.article(), language, slug))
                            .orElse(false);
                }
            }.fixture();
        }
    }

    /** Lets go of one language's slug for another's. */
    @Breaks(3)
    static final class DeletesInAnyLanguage implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return new Right() {
                @Override
                public boolean delete(Tx tx, Scope scope, ArticleId article, LanguageTag language, String slug) {
                    return super.delete(tx, scope, article, language, slug)
                            || super.delete(tx, scope, article, LanguageTag.GERMAN, slug);
                }
            }.fixture();
        }
    }

    /** Lists by the names. */
    @Breaks(4)
    static final class ListsByName implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return new Right() {
                @Override
                public List<StoredSlug> list(Tx tx, Scope scope, ArticleId article) {
                    return super.list(tx, scope, article).stream()
                            .sorted(Comparator.comparing(StoredSlug::language).thenComparing(StoredSlug::slug))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Takes a slug in a transaction of its own. */
    @Breaks(5)
    static final class CommitsAtOnce implements SlugStoreContract {
        @Override
        public StoreFixture<SlugStore> fixture() {
            return new Right() {
                private final Set<StoredSlug> extra = ConcurrentHashMap.newKeySet();

                @Override
                public boolean insert(Tx tx, StoredSlug slug) {
                    boolean added = super.insert(tx, slug);
                    if (added) {
                        extra.add(slug);
                    }
                    return added;
                }

                @Override
                public List<StoredSlug> list(Tx tx, Scope scope, ArticleId article) {
                    return extra.stream()
                            .filter(slug -> slug.tenant().equals(scope.tenant())
                                    && slug.article().equals(article))
                            .sorted(Comparator.comparing(StoredSlug::language)
                                    .thenComparing(Comparator.comparing(StoredSlug::since)
                                            .reversed()))
                            .toList();
                }
            }.fixture();
        }
    }
}
