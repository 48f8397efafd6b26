// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Gives an article another slug in a language; what it was called before leads there, too.
 *
 * @param article which article
 * @param language whose addresses
 * @param slug small letters and digits with single hyphens between them, 100 characters at most: {@code hagelschaden-melden}
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RenameArticle(
        @NotNull ArticleId article,
        @NotNull LanguageTag language,

        @NotNull @Size(max = RenameArticle.MAX_SLUG) @Pattern(regexp = RenameArticle.SLUG)
        String slug,

        @Nullable Long expectedVersion) {
    /** The most characters of a slug. */
    static final int MAX_SLUG = 100;

    /** What a slug looks like. */
    static final String SLUG = "[\\p{Ll}\\p{Lo}\\p{N}]+(-[\\p{Ll}\\p{Lo}\\p{N}]+)*";

    /** Returns whether a text can be a slug. */
    public static boolean isSlug(String text) {
        return text.length() <= MAX_SLUG && text.matches(SLUG);
    }

    /** Returns the command for whatever is there. */
    public static RenameArticle of(ArticleId article, LanguageTag language, String slug) {
        return new RenameArticle(article, language, slug, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RenameArticle expecting(long version) {
        return new RenameArticle(article, language, slug, version);
    }
}
