// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Shows an entry to the readers of its audiences.
 *
 * @param entry which entry
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record PublishFaqEntry(
        @NotNull FaqEntryId entry, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static PublishFaqEntry of(FaqEntryId entry) {
        return new PublishFaqEntry(entry, null);
    }

    /** Returns this command for the version that the editor saw. */
    public PublishFaqEntry expecting(long version) {
        return new PublishFaqEntry(entry, version);
    }
}
