// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of a slug that an article was called before, so that another can have it. Links to it end from then on.
 *
 * @param article which article
 * @param language whose addresses
 * @param slug what it was called, 100 characters at most
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record ReleaseSlug(
        @NotNull ArticleId article,
        @NotNull LanguageTag language,
        @NotNull @Size(max = 100) String slug,
        @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static ReleaseSlug of(ArticleId article, LanguageTag language, String slug) {
        return new ReleaseSlug(article, language, slug, null);
    }

    /** Returns this command for the version that the editor saw. */
    public ReleaseSlug expecting(long version) {
        return new ReleaseSlug(article, language, slug, version);
    }
}
