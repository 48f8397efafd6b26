// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops what is planned for an article: readers go on to see what they see now, which may be nothing.
 *
 * @param article which article
 * @param languages in which languages, 50 at most; null for all
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record KeepArticle(
        @NotNull ArticleId article,
        @Nullable @Size(min = 1, max = 50) Set<LanguageTag> languages,
        @Nullable Long expectedVersion) {
    /** Copies the languages. */
    public KeepArticle {
        languages = languages == null ? null : Set.copyOf(languages);
    }

    /** Returns the command for whatever is planned. */
    public static KeepArticle of(ArticleId article) {
        return new KeepArticle(article, null, null);
    }

    /** Returns this command for the texts of these languages. */
    public KeepArticle in(LanguageTag... some) {
        return new KeepArticle(article, Set.of(some), expectedVersion);
    }

    /** Returns this command for the version that the editor saw. */
    public KeepArticle expecting(long version) {
        return new KeepArticle(article, languages, version);
    }
}
