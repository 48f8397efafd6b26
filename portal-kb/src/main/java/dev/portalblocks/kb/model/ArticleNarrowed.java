// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * A published article has fewer readers than before, or is no longer there in one of its languages; that it was published
 * so follows.
 *
 * @param article which article
 * @param version its version before
 */
public record ArticleNarrowed(ArticleId article, long version) {
    /** The type of this event, a withdrawal. */
    public static final EventType<ArticleNarrowed> TYPE =
            EventType.withdrawal("portalblocks.kb.article-narrowed.v1", ArticleNarrowed.class);
}
