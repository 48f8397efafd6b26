// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Says that a translation still says what the first language says, though that was changed since.
 *
 * @param entry which entry
 * @param language the translation
 * @param expectedVersion the version that the translator saw; null for whatever is there
 */
public record ConfirmFaqTranslation(
        @NotNull FaqEntryId entry,
        @NotNull LanguageTag language,
        @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static ConfirmFaqTranslation of(FaqEntryId entry, LanguageTag language) {
        return new ConfirmFaqTranslation(entry, language, null);
    }

    /** Returns this command for the version that the translator saw. */
    public ConfirmFaqTranslation expecting(long version) {
        return new ConfirmFaqTranslation(entry, language, version);
    }
}
