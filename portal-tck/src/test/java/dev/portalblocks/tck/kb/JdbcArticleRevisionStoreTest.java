// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;

class JdbcArticleRevisionStoreTest {
    @Nested
    class OnH2 implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return Databases.H2.fixture(db -> JdbcKnowledgeStorage.on(db).revisions());
        }
    }

    @Nested
    class OnPostgres implements ArticleRevisionStoreContract {
        @Override
        public StoreFixture<RevisionStore<ArticleContent>> fixture() {
            return Databases.POSTGRESQL.fixture(
                    db -> JdbcKnowledgeStorage.on(db).revisions());
        }
    }
}
