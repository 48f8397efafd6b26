// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.kb.model.ArticleArchived;
import dev.portalblocks.kb.model.ArticleDrafted;
import dev.portalblocks.kb.model.ArticleNarrowed;
import dev.portalblocks.kb.model.ArticlePublished;
import dev.portalblocks.kb.model.ArticleScheduled;
import dev.portalblocks.kb.model.ArticleSettingsChanged;
import dev.portalblocks.kb.model.CategoryChanged;
import dev.portalblocks.kb.model.CategoryMoved;
import dev.portalblocks.kb.model.CategoryRemoved;

/** What the knowledge base brings to its portal: its operations and the types of its events. */
final class KnowledgeContribution {
    private KnowledgeContribution() {}

    static BlockContribution of() {
        return BlockContribution.of("kb")
                .and(ArticleReading.OPERATIONS)
                .and(ArticleLists.OPERATIONS)
                .and(ArticleDownloads.OPERATIONS)
                .and(KnowledgeEditor.OPERATIONS)
                .and(ArticleWorkflow.OPERATIONS)
                .and(ArticleCare.OPERATIONS)
                .and(ArticleChecks.OPERATIONS)
                .and(ArticleFeedback.OPERATIONS)
                .and(ArticleViews.OPERATIONS)
                .and(ArticleHealth.OPERATIONS)
                .and(CategoryEditor.OPERATIONS)
                .and(KnowledgeIntake.OPERATIONS)
                .and(KnowledgeExport.OPERATIONS)
                .and(ArticleSource.OPERATIONS)
                .emitting(
                        ArticleDrafted.TYPE,
                        ArticlePublished.TYPE,
                        ArticleNarrowed.TYPE,
                        ArticleArchived.TYPE,
                        ArticleScheduled.TYPE,
                        ArticleSettingsChanged.TYPE,
                        CategoryChanged.TYPE,
                        CategoryMoved.TYPE,
                        CategoryRemoved.TYPE);
    }
}
