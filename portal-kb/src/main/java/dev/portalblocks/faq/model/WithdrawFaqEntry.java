// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes an entry out of its readers' sight, with all that was planned for later.
 *
 * @param entry which entry
 * @param languages in which languages, 50 at most; null for all
 * @param at since when, on the clock of the tenant's wall as in {@link PublishFaqEntry}, where something ends then; null, and what is past, for
 *     now
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record WithdrawFaqEntry(
        @NotNull FaqEntryId entry,
        @Nullable @Size(min = 1, max = 50) Set<LanguageTag> languages,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDateTime at,

        @Nullable Long expectedVersion) {
    /** Copies the languages. */
    public WithdrawFaqEntry {
        languages = languages == null ? null : Set.copyOf(languages);
    }

    /** Returns the command for whatever is there, from now on. */
    public static WithdrawFaqEntry of(FaqEntryId entry) {
        return new WithdrawFaqEntry(entry, null, null, null);
    }

    /** Returns this command for the texts of these languages. */
    public WithdrawFaqEntry in(LanguageTag... some) {
        return new WithdrawFaqEntry(entry, Set.of(some), at, expectedVersion);
    }

    /** Returns this command for a later time. */
    public WithdrawFaqEntry at(LocalDateTime time) {
        return new WithdrawFaqEntry(entry, languages, time, expectedVersion);
    }

    /** Returns this command for the version that the editor saw. */
    public WithdrawFaqEntry expecting(long version) {
        return new WithdrawFaqEntry(entry, languages, at, version);
    }
}
