// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * An article was published, for the first time or anew.
 *
 * @param article which article
 * @param revision which revision
 */
public record ArticlePublished(ArticleId article, long revision) {
    /** The type of this event. */
    public static final EventType<ArticlePublished> TYPE =
            new EventType<>("portalblocks.kb.article-published.v1", ArticlePublished.class);
}
