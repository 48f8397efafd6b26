// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Returns texts that are in review to their author.
 *
 * @param article which article
 * @param languages which texts, 1 to 50
 * @param note what is to be changed, at most 2,000 characters without U+0000; null to say nothing
 * @param expectedVersion the version that the reviewer saw; null for whatever is there
 */
public record ReturnArticle(
        @NotNull ArticleId article,
        @NotEmpty @Size(max = 50) Set<LanguageTag> languages,

        @Nullable @Size(max = 2_000) @Pattern(regexp = TextPatterns.STORABLE)
        String note,

        @Nullable Long expectedVersion) {
    /** Copies the languages; none when JSON names none. */
    public ReturnArticle {
        languages = languages == null ? Set.of() : Set.copyOf(languages);
    }

    /** Returns the command for these texts of whatever is there. */
    public static ReturnArticle of(ArticleId article, String note, LanguageTag... languages) {
        return new ReturnArticle(article, Set.of(languages), note, null);
    }

    /** Returns this command for the version that the reviewer saw. */
    public ReturnArticle expecting(long version) {
        return new ReturnArticle(article, languages, note, version);
    }
}
