// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.publishing.spi.RevisionStore;

/** What a knowledge base stores, as one bundle. */
public interface KnowledgeStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns articles as editors see them. */
    ArticleStore articles();

    /** Returns articles as readers see them; a view of the same rows. */
    PublishedArticleStore published();

    /** Returns articles as those look at them who answer for them; a view of the same rows. */
    ArticleCareStore care();

    /** Returns what articles are and were called in addresses. */
    SlugStore slugs();

    /** Returns what was published. */
    RevisionStore<ArticleContent> revisions();

    /** Returns the categories. */
    CategoryStore categories();

    /** Returns the uploaded files. */
    AssetStore assets();

    /** Returns what customers say of articles. */
    VoteStore votes();

    /** Returns what was said of articles, as those see it who look after them; a view of the same rows. */
    FeedbackStore feedback();

    /** Returns who saw articles, by keys that lead to nobody, until it is counted. */
    ViewStore views();

    /** Returns how often articles were seen. */
    ViewCountStore viewCounts();

    /** Returns which articles need care; a view of the rows of articles, votes and views. */
    ArticleHealthStore health();
}
