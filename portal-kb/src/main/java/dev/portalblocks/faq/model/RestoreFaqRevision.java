// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Makes an earlier revision the entry's draft, to be published again.
 *
 * @param entry which entry
 * @param revision the number of the revision
 * @param expectedVersion the version that the editor saw; null to replace whatever draft is there
 */
public record RestoreFaqRevision(
        @NotNull FaqEntryId entry,
        @Positive long revision,
        @Nullable Long expectedVersion) {
    /** Returns the command that replaces whatever draft is there. */
    public static RestoreFaqRevision of(FaqEntryId entry, long revision) {
        return new RestoreFaqRevision(entry, revision, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RestoreFaqRevision expecting(long version) {
        return new RestoreFaqRevision(entry, revision, version);
    }
}
