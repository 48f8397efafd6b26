// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Publishes an article's draft as its next revision.
 *
 * @param article which article
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record PublishArticle(
        @NotNull ArticleId article, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static PublishArticle of(ArticleId article) {
        return new PublishArticle(article, null);
    }

    /** Returns this command for the version that the editor saw. */
    public PublishArticle expecting(long version) {
        return new PublishArticle(article, version);
    }
}
