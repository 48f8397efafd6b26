// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.ShownText;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.kb.BrokenArticleCareStores.Right;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts of languages, and lists of what is left to translate, that are right but for one condition. */
final class BrokenLanguageCounts {
    private BrokenLanguageCounts() {}

    /** Takes no text for outdated. */
    @Breaks(3)
    static final class KnowsNothingOutdated implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<LanguageCoverage> countByLanguage(Tx tx, Scope scope, Instant since) {
                    return super.countByLanguage(tx, scope, since).stream()
                            .map(count ->
                                    new LanguageCoverage(count.language(), count.articles(), count.translated(), 0))
                            .toList();
                }
            }.fixture();
        }
    }

    /** Counts what will be over in a moment as if it were already. */
    @Breaks(3)
    static final class EndsTooEarly implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<LanguageCoverage> countByLanguage(Tx tx, Scope scope, Instant since) {
                    return super.countByLanguage(tx, scope, since.plusNanos(1_000));
                }
            }.fixture();
        }
    }

    /** Counts by the language what a narrowed editor does not see. */
    @Breaks(3)
    static final class ForgetsTheScope implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<LanguageCoverage> countByLanguage(Tx tx, Scope scope, Instant since) {
                    return super.countByLanguage(tx, Scope.wholeTenant(scope.tenant()), since);
                }
            }.fixture();
        }
    }

    /** Leaves out what is translated, and was not translated again. */
    @Breaks(4)
    static final class ListsMissingOnly implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listUntranslated(
                        Tx tx, Scope scope, LanguageTag language, Instant since, @Nullable Keyset after, int limit) {
                    return super.listUntranslated(tx, scope, language, since, after, 1_000).stream()
                            .filter(article -> ShownText.of(article).stream()
                                    .noneMatch(text -> text.language().equals(language) && text.lasts(since)))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Cuts the page before it looks at the language. */
    @Breaks(4)
    static final class FiltersAfterTheLimit implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listUntranslated(
                        Tx tx, Scope scope, LanguageTag language, Instant since, @Nullable Keyset after, int limit) {
                    List<StoredArticle> all = super.listUntranslated(tx, scope, language, since, after, 1_000);
                    return storage.articles().list(tx, scope, after, limit).stream()
                            .filter(all::contains)
                            .toList();
                }
            }.fixture();
        }
    }

    /** Lists what is over, too, as it lacks every language. */
    @Breaks(4)
    static final class ListsWhatIsOver implements ArticleCareStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return new Right() {
                @Override
                public List<StoredArticle> listUntranslated(
                        Tx tx, Scope scope, LanguageTag language, Instant since, @Nullable Keyset after, int limit) {
                    return storage.articles().list(tx, scope, after, 1_000).stream()
                            .filter(article -> ShownText.of(article).stream()
                                    .noneMatch(text ->
                                            text.language().equals(language) && text.lasts(since) && !text.outdated()))
                            .limit(limit)
                            .toList();
                }
            }.fixture();
        }
    }
}
