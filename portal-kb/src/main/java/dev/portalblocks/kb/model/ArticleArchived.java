// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * An article was taken out of its readers' sight.
 *
 * @param article which article
 * @param version its version since
 */
public record ArticleArchived(ArticleId article, long version) {
    /** The type of this event, a withdrawal. */
    public static final EventType<ArticleArchived> TYPE =
            EventType.withdrawal("portalblocks.kb.article-archived.v1", ArticleArchived.class);
}
