// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hands texts of a draft to somebody who reads and publishes them.
 *
 * @param entry which entry
 * @param languages which texts, 1 to 50
 * @param expectedVersion the version that the author saw; null for whatever is there
 */
public record SubmitFaqEntry(
        @NotNull FaqEntryId entry,
        @NotEmpty @Size(max = 50) Set<LanguageTag> languages,
        @Nullable Long expectedVersion) {
    /** Copies the languages; none when JSON names none. */
    public SubmitFaqEntry {
        languages = languages == null ? Set.of() : Set.copyOf(languages);
    }

    /** Returns the command for these texts of whatever is there. */
    public static SubmitFaqEntry of(FaqEntryId entry, LanguageTag... languages) {
        return new SubmitFaqEntry(entry, Set.of(languages), null);
    }

    /** Returns this command for the version that the author saw. */
    public SubmitFaqEntry expecting(long version) {
        return new SubmitFaqEntry(entry, languages, version);
    }
}
