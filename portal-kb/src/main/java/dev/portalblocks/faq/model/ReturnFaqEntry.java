// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

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
 * @param entry which entry
 * @param languages which texts, 1 to 50
 * @param note what is to be changed, at most 2,000 characters without U+0000; null to say nothing
 * @param expectedVersion the version that the reviewer saw; null for whatever is there
 */
public record ReturnFaqEntry(
        @NotNull FaqEntryId entry,
        @NotEmpty @Size(max = 50) Set<LanguageTag> languages,

        @Nullable @Size(max = 2_000) @Pattern(regexp = TextPatterns.STORABLE)
        String note,

        @Nullable Long expectedVersion) {
    /** Copies the languages; none when JSON names none. */
    public ReturnFaqEntry {
        languages = languages == null ? Set.of() : Set.copyOf(languages);
    }

    /** Returns the command for these texts of whatever is there. */
    public static ReturnFaqEntry of(FaqEntryId entry, String note, LanguageTag... languages) {
        return new ReturnFaqEntry(entry, Set.of(languages), note, null);
    }

    /** Returns this command for the version that the reviewer saw. */
    public ReturnFaqEntry expecting(long version) {
        return new ReturnFaqEntry(entry, languages, note, version);
    }
}
