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
 * Publishes an entry's draft as its next revision.
 *
 * <p>Times are those of the clock on the tenant's wall. An hour that is left out when clocks are put forward stands for the moment at
 * which they are; of one that comes twice, something begins with the first and ends with the second.
 *
 * @param entry which entry
 * @param languages the texts that are published, 50 at most; what readers see in others stays. Null for the whole draft, and
 *     nothing else: what it has no text for goes
 * @param from since when readers see it; null, and what is past, for now
 * @param until when they no longer see it; null for never
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record PublishFaqEntry(
        @NotNull FaqEntryId entry,
        @Nullable @Size(min = 1, max = 50) Set<LanguageTag> languages,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDateTime from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        LocalDateTime until,

        @Nullable Long expectedVersion) {
    /** Copies the languages. */
    public PublishFaqEntry {
        languages = languages == null ? null : Set.copyOf(languages);
    }

    /** Returns the command for the whole draft of whatever is there, from now on. */
    public static PublishFaqEntry of(FaqEntryId entry) {
        return new PublishFaqEntry(entry, null, null, null, null);
    }

    /** Returns this command for the texts of these languages. */
    public PublishFaqEntry in(LanguageTag... some) {
        return new PublishFaqEntry(entry, Set.of(some), from, until, expectedVersion);
    }

    /** Returns this command for a time that begins and ends then; null for now, and for no end. */
    public PublishFaqEntry shown(@Nullable LocalDateTime begin, @Nullable LocalDateTime end) {
        return new PublishFaqEntry(entry, languages, begin, end, expectedVersion);
    }

    /** Returns this command for the version that the editor saw. */
    public PublishFaqEntry expecting(long version) {
        return new PublishFaqEntry(entry, languages, from, until, version);
    }
}
