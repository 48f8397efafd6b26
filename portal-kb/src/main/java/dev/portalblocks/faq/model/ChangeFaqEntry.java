// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an entry's draft, or begins one beside what is published. Readers see no change before it is published.
 *
 * @param entry which entry
 * @param content what the draft says from now on
 * @param expectedVersion the version that the editor saw; null to replace whatever is there
 */
public record ChangeFaqEntry(
        @NotNull FaqEntryId entry,
        @NotNull @Valid FaqContent content,
        @Nullable Long expectedVersion) {
    /** Returns the command that replaces whatever is there. */
    public static ChangeFaqEntry of(FaqEntryId entry, FaqContent content) {
        return new ChangeFaqEntry(entry, content, null);
    }

    /** Returns this command for the version that the editor saw. */
    public ChangeFaqEntry expecting(long version) {
        return new ChangeFaqEntry(entry, content, version);
    }
}
