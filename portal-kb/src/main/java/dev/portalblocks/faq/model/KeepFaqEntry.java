// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops what is planned for an entry: readers go on to see what they see now, which may be nothing.
 *
 * @param entry which entry
 * @param languages in which languages, 50 at most; null for all
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record KeepFaqEntry(
        @NotNull FaqEntryId entry,
        @Nullable @Size(min = 1, max = 50) Set<LanguageTag> languages,
        @Nullable Long expectedVersion) {
    /** Copies the languages. */
    public KeepFaqEntry {
        languages = languages == null ? null : Set.copyOf(languages);
    }

    /** Returns the command for whatever is planned. */
    public static KeepFaqEntry of(FaqEntryId entry) {
        return new KeepFaqEntry(entry, null, null);
    }

    /** Returns this command for the texts of these languages. */
    public KeepFaqEntry in(LanguageTag... some) {
        return new KeepFaqEntry(entry, Set.of(some), expectedVersion);
    }

    /** Returns this command for the version that the editor saw. */
    public KeepFaqEntry expecting(long version) {
        return new KeepFaqEntry(entry, languages, version);
    }
}
