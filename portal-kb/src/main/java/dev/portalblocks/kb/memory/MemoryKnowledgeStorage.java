// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.tx.memory.Memory;
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
import dev.portalblocks.publishing.memory.MemoryRevisionStore;
import dev.portalblocks.publishing.spi.RevisionStore;

/**
 * A knowledge base in a memory that the portal shares.
 *
 * @param domain the memory
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
public record MemoryKnowledgeStorage(
        Memory domain,
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

    /** Returns the storage in this memory. */
    public static MemoryKnowledgeStorage in(Memory memory) {
        ArticleRows rows = new ArticleRows(memory);
        VoteRows votes = new VoteRows(memory);
        ViewRows views = new ViewRows(memory);
        MemoryViewCountStore viewCounts = new MemoryViewCountStore(memory, views, rows);
        MemoryCategoryStore categories = new MemoryCategoryStore(memory);
        MemorySlugStore slugs = new MemorySlugStore(memory);
        return new MemoryKnowledgeStorage(
                memory,
                new MemoryArticleStore(memory, rows),
                new MemoryPublishedArticleStore(rows, slugs, categories),
                new MemoryArticleCareStore(rows),
                slugs,
                new MemoryRevisionStore<>(memory, "kb.revision"),
                categories,
                new MemoryAssetStore(memory),
                new MemoryVoteStore(votes),
                new MemoryFeedbackStore(votes, rows),
                new MemoryViewStore(memory, views),
                viewCounts,
                new MemoryArticleHealthStore(rows, votes, viewCounts));
    }
}
