// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.FeedbackStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.ViewCountStore;
import dev.portalblocks.kb.spi.ViewStore;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.publishing.jdbc.JdbcRevisionStore;
import dev.portalblocks.publishing.spi.RevisionStore;

/**
 * A knowledge base in a database that the portal shares.
 *
 * @param domain the database
 * @param articles articles as editors see them
 * @param published articles as readers see them
 * @param care articles as those see them who answer for them
 * @param slugs what articles are called
 * @param revisions what was published
 * @param categories the categories
 * @param assets the uploaded files
 * @param votes what customers say of articles
 * @param feedback what was said of articles, as those see it who look after them
 * @param views who saw articles, until it is counted
 * @param viewCounts how often articles were seen
 * @param health which articles need care
 */
public record JdbcKnowledgeStorage(
        Database domain,
        ArticleStore articles,
        PublishedArticleStore published,
        ArticleCareStore care,
        SlugStore slugs,
        RevisionStore<ArticleContent> revisions,
        CategoryStore categories,
        AssetStore assets,
        VoteStore votes,
        FeedbackStore feedback,
        ViewStore views,
        ViewCountStore viewCounts,
        ArticleHealthStore health)
        implements KnowledgeStorage {
    /** The knowledge base's tables. */
    public static final Schema SCHEMA = Schema.of("kb", JdbcKnowledgeStorage.class, "create");

    /**
     * Returns the storage in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure where its tables are not those of this release,
     *     see {@link Schemas#require}
     */
    public static JdbcKnowledgeStorage on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcKnowledgeStorage(
                db,
                new JdbcArticleStore(db),
                new JdbcPublishedArticleStore(db),
                new JdbcArticleCareStore(db),
                new JdbcSlugStore(db),
                new JdbcRevisionStore<>(db, "@kb_revision", ArticleRows.REVISION),
                new JdbcCategoryStore(db),
                new JdbcAssetStore(db),
                new JdbcVoteStore(db),
                new JdbcFeedbackStore(db),
                new JdbcViewStore(db),
                new JdbcViewCountStore(db),
                new JdbcArticleHealthStore(db));
    }
}
