// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * An article's draft was written.
 *
 * @param article which article
 * @param version its version since
 */
public record ArticleDrafted(ArticleId article, long version) {
    /** The type of this event. */
    public static final EventType<ArticleDrafted> TYPE =
            new EventType<>("portalblocks.kb.article-drafted.v1", ArticleDrafted.class);
}
