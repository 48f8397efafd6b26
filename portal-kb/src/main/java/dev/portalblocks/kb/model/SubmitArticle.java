// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands texts of a draft to somebody who reads and publishes them.
 *
 * @param article which article
 * @param languages which texts, 1 to 50
 * @param expectedVersion the version that the author saw; null for whatever is there
 */
public record SubmitArticle(
        @NotNull ArticleId article,
        @NotEmpty @Size(max = 50) Set<LanguageTag> languages,
        @Nullable Long expectedVersion) {
    /** Copies the languages; none when JSON names none. */
    public SubmitArticle {
        languages = languages == null ? Set.of() : Set.copyOf(languages);
    }

    /** Returns the command for these texts of whatever is there. */
    public static SubmitArticle of(ArticleId article, LanguageTag... languages) {
        return new SubmitArticle(article, Set.of(languages), null);
    }

    /** Returns this command for the version that the author saw. */
    public SubmitArticle expecting(long version) {
        return new SubmitArticle(article, languages, version);
    }
}
