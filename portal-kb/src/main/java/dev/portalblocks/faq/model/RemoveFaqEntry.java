// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Removes an entry for good.
 *
 * @param entry which entry
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RemoveFaqEntry(
        @NotNull FaqEntryId entry, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static RemoveFaqEntry of(FaqEntryId entry) {
        return new RemoveFaqEntry(entry, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RemoveFaqEntry expecting(long version) {
        return new RemoveFaqEntry(entry, version);
    }
}
