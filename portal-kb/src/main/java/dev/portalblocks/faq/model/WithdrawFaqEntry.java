// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Takes an entry out of the readers' sight; publishing brings it back.
 *
 * @param entry which entry
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record WithdrawFaqEntry(
        @NotNull FaqEntryId entry, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static WithdrawFaqEntry of(FaqEntryId entry) {
        return new WithdrawFaqEntry(entry, null);
    }

    /** Returns this command for the version that the editor saw. */
    public WithdrawFaqEntry expecting(long version) {
        return new WithdrawFaqEntry(entry, version);
    }
}
