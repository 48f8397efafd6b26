// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an article's draft; what is published stays as it is.
 *
 * @param article which article
 * @param content what the draft says from now on
 * @param expectedVersion the version that the editor saw; null to replace whatever is there
 */
public record EditArticle(
        @NotNull ArticleId article,
        @NotNull @Valid ArticleContent content,
        @Nullable Long expectedVersion) {
    /** Returns the command that replaces whatever is there. */
    public static EditArticle of(ArticleId article, ArticleContent content) {
        return new EditArticle(article, content, null);
    }

    /** Returns this command for the version that the editor saw. */
    public EditArticle expecting(long version) {
        return new EditArticle(article, content, version);
    }
}
