// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Removes a section in which nothing stands.
 *
 * @param section which section
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RemoveFaqSection(
        @NotNull FaqSectionId section, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static RemoveFaqSection of(FaqSectionId section) {
        return new RemoveFaqSection(section, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RemoveFaqSection expecting(long version) {
        return new RemoveFaqSection(section, version);
    }
}
