// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what an entry says. There is no draft beside a published text: of a published entry readers see the new
 * content at once.
 *
 * @param entry which entry
 * @param content what it says from now on
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
