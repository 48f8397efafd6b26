// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what is shown beside an article.
 *
 * @param article which article
 * @param related other articles, the most important first; 20 at most, none twice
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RelateArticle(
        @NotNull ArticleId article,
        @Size(max = 20) List<@NotNull ArticleId> related,
        @Nullable Long expectedVersion) {
    /** Copies the list; empty when JSON names none. */
    public RelateArticle {
        related = related == null ? List.of() : List.copyOf(related);
    }

    /** Returns the command for whatever is there. */
    public static RelateArticle of(ArticleId article, ArticleId... related) {
        return new RelateArticle(article, Arrays.asList(related), null);
    }

    /** Returns this command for the version that the editor saw. */
    public RelateArticle expecting(long version) {
        return new RelateArticle(article, related, version);
    }
}
