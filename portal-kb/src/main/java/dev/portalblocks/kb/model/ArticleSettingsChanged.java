// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * An article has another owner, day of review, slug or other articles beside it.
 *
 * @param article which
 * @param version its version since
 */
public record ArticleSettingsChanged(ArticleId article, long version) {
    /** The type of this event. */
    public static final EventType<ArticleSettingsChanged> TYPE =
            new EventType<>("portalblocks.kb.article-settings-changed.v1", ArticleSettingsChanged.class);
}
