// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.kb.jdbc.JdbcArticleStore;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcArticleStoreTest {
    private static final Audience BROKERS = Audience.role("broker");

    /** A thousand letters of three bytes each, which no compression shortens, and of which most begin alike. */
    @Test
    void theLongestPathsAreToldApartAndSorted() {
        SplittableRandom random = Seed.random();
        String beginning = letters(random, 500);
        List<String> paths = Stream.generate(() -> beginning + letters(random, 500))
                .limit(20)
                .sorted()
                .toList();
        for (Databases database : Databases.values()) {
            StoreFixture<ArticleStore> articles = database.fixture(JdbcArticleStore::new);
            paths.forEach(path -> assertThat(inserted(articles, path, random)).isTrue());
            assertThat(inserted(articles, paths.get(7), random)).isFalse();

            List<String> found = Pages.walk(
                            3,
                            (after, limit) -> articles.<List<StoredArticle>>read(
                                    (tx, store) -> store.listBySource(tx, Articles.ALL, "handbuch", after, limit)),
                            article -> Keyset.ofId(path(article)))
                    .stream()
                    .map(JdbcArticleStoreTest::path)
                    .toList();
            assertThat(found).as("%s", database).isEqualTo(paths);
        }
    }

    /** Neither by those that it found when it began to wait, nor by one of them alone. */
    @Test
    void aLockDecidesByTheAudiencesThatThereAreInTheEnd() {
        for (Databases database : Databases.values()) {
            StoreFixture<ArticleStore> articles = database.fixture(JdbcArticleStore::new);
            StoredArticle first =
                    Articles.published(Articles.ACME, Articles.id(Seed.random()), Articles.content("for all"));
            ArticleContent narrow = Articles.content("for brokers").forAudiences(BROKERS);
            StoredArticle second =
                    first.next(first.state(), new Parts<>(null, Articles.revision(2, narrow)), Articles.NOON);
            articles.change((tx, store) -> store.insert(tx, first));
            try (Companion reader = new Companion();
                    Companion broker = new Companion()) {
                List<Future<Optional<StoredArticle>>> begun = articles.write((tx, store) -> {
                    store.update(tx, second);
                    return List.of(
                            reader.begins(() -> locked(articles, first.id(), Audience.PUBLIC, Audience.SIGNED_IN)),
                            broker.begins(() -> locked(articles, first.id(), Audience.PUBLIC, BROKERS)));
                });
                assertThat(Outcome.of(begun.get(0)).orFail()).as("%s", database).isEmpty();
                assertThat(Outcome.of(begun.get(1)).orFail()).as("%s", database).contains(second);
            }
        }
    }

    private static Optional<StoredArticle> locked(
            StoreFixture<ArticleStore> articles, ArticleId id, Audience... admitted) {
        Scope scope = Articles.ALL.ofAudiences(Bound.only(Set.of(admitted)));
        return articles.write((tx, store) -> store.findForUpdate(tx, scope, id));
    }

    private static boolean inserted(StoreFixture<ArticleStore> articles, String path, SplittableRandom random) {
        SourceKey source = new SourceKey("handbuch", path);
        StoredArticle article = Articles.draft(Articles.ACME, Articles.id(random), source, "long");
        return articles.write((tx, store) -> store.insert(tx, article));
    }

    private static String path(StoredArticle article) {
        SourceKey source = article.source();
        return source == null ? "" : source.path();
    }

    /** CJK ideographs. */
    private static String letters(SplittableRandom random, int count) {
        return random.ints(count, 0x4E00, 0x9FA6)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Nested
    class OnH2 implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return Databases.H2.fixture(JdbcArticleStore::new);
        }
    }

    @Nested
    class OnPostgres implements ArticleStoreContract {
        @Override
        public StoreFixture<ArticleStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcArticleStore::new);
        }
    }
}
