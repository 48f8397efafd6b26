// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * What readers will see of an article, or no longer will, was planned or given up.
 *
 * @param article which article
 * @param version its version since
 */
public record ArticleScheduled(ArticleId article, long version) {
    /** The type of this event. */
    public static final EventType<ArticleScheduled> TYPE =
            new EventType<>("portalblocks.kb.article-scheduled.v1", ArticleScheduled.class);
}
