// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcPublishedArticleStoreTest {
    /** From some to others, to none and back, whatever the draft beside it says. */
    @Test
    void anArticleMovesToTheCategoriesThatArePublishedNow() {
        for (Databases database : Databases.values()) {
            StoreFixture<KnowledgeStorage> kb = database.fixture(JdbcKnowledgeStorage::on);
            StoredArticle article = Articles.published(Articles.ACME, Articles.id(Seed.random()), in(0, 1));
            StoredArticle other =
                    Articles.published(Articles.ACME, Articles.id(Seed.random().split()), in(1));
            PublishedArticles.insert(kb, article);
            PublishedArticles.insert(kb, other);
            for (int[] categories : new int[][] {{1, 2}, {1, 2}, {}, {0, 1, 2}, {2}}) {
                Revision<ArticleContent> revision = Articles.revision(article.version() + 1, in(categories));
                article = article.next(ArticleState.PUBLISHED, new Parts<>(in(3), revision), Articles.NOON);
                PublishedArticles.update(kb, article);

                Map<CategoryId, Integer> expected = new HashMap<>(Map.of(PublishedArticles.category(1), 1));
                IntStream.of(categories)
                        .forEach(category -> expected.merge(PublishedArticles.category(category), 1, Integer::sum));
                assertThat(kb.<Map<CategoryId, Integer>>read(
                                (tx, store) -> store.published().countByCategory(tx, Articles.ALL, Articles.NOON)))
                        .as("%s", database)
                        .isEqualTo(expected);
                for (int category = 0; category <= 3; category++) {
                    assertThat(PublishedArticles.list(
                                    kb, Articles.ALL, PublishedArticles.category(category), 5, number -> {}))
                            .as("%d on %s", category, database)
                            .hasSize(expected.getOrDefault(PublishedArticles.category(category), 0));
                }
            }
        }
    }

    private static ArticleContent in(int... categories) {
        return Articles.content("article")
                .in(IntStream.of(categories)
                        .mapToObj(PublishedArticles::category)
                        .toArray(CategoryId[]::new));
    }

    @Nested
    class OnH2 implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return Databases.H2.fixture(JdbcKnowledgeStorage::on);
        }
    }

    @Nested
    class OnPostgres implements PublishedArticleStoreContract {
        @Override
        public StoreFixture<KnowledgeStorage> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcKnowledgeStorage::on);
        }
    }
}
