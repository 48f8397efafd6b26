// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes an article out of its readers' sight, with all that was planned for later.
 *
 * @param article which article
 * @param languages in which languages, 50 at most; null for all
 * @param at since when, on the clock of the tenant's wall as in {@link PublishArticle}, where something ends then; null, and what is past, for
 *     now
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record ArchiveArticle(
        @NotNull ArticleId article,
        @Nullable @Size(min = 1, max = 50) Set<LanguageTag> languages,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDateTime at,

        @Nullable Long expectedVersion) {
    /** Copies the languages. */
    public ArchiveArticle {
        languages = languages == null ? null : Set.copyOf(languages);
    }

    /** Returns the command for whatever is there, from now on. */
    public static ArchiveArticle of(ArticleId article) {
        return new ArchiveArticle(article, null, null, null);
    }

    /** Returns this command for the texts of these languages. */
    public ArchiveArticle in(LanguageTag... some) {
        return new ArchiveArticle(article, Set.of(some), at, expectedVersion);
    }

    /** Returns this command for a later time. */
    public ArchiveArticle at(LocalDateTime time) {
        return new ArchiveArticle(article, languages, time, expectedVersion);
    }

    /** Returns this command for the version that the editor saw. */
    public ArchiveArticle expecting(long version) {
        return new ArchiveArticle(article, languages, at, version);
    }
}
