// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.TextStatuses;
import dev.portalblocks.publishing.spi.Parts;
import java.time.Instant;

/** Turns what is stored into what an editor gets. */
final class EditorViews {
    private static final TextStatuses<ArticleContent> STATUSES = new TextStatuses<>(ArticleLife.WORKFLOW.life());

    private EditorViews() {}

    /** Returns the article as it stands at this moment. */
    static EditedArticle of(StoredArticle stored, Instant now) {
        Parts<ArticleContent> parts = stored.parts();
        return new EditedArticle(
                stored.id(),
                stored.state(),
                parts.draft(),
                parts.published(),
                parts.schedule(),
                STATUSES.of(parts, now),
                stored.settings(),
                stored.version(),
                stored.changedAt());
    }
}
