// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Takes an article out of its readers' sight.
 *
 * @param article which article
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record ArchiveArticle(
        @NotNull ArticleId article, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static ArchiveArticle of(ArticleId article) {
        return new ArchiveArticle(article, null);
    }

    /** Returns this command for the version that the editor saw. */
    public ArchiveArticle expecting(long version) {
        return new ArchiveArticle(article, version);
    }
}
