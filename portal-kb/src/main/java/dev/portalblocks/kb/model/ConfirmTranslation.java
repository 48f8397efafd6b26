// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Says that a translation still says what the first language says, though that was changed since.
 *
 * @param article which article
 * @param language the translation
 * @param expectedVersion the version that the translator saw; null for whatever is there
 */
public record ConfirmTranslation(
        @NotNull ArticleId article,
        @NotNull LanguageTag language,
        @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static ConfirmTranslation of(ArticleId article, LanguageTag language) {
        return new ConfirmTranslation(article, language, null);
    }

    /** Returns this command for the version that the translator saw. */
    public ConfirmTranslation expecting(long version) {
        return new ConfirmTranslation(article, language, version);
    }
}
