// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * An entry was added, still out of the readers' sight.
 *
 * @param entry which entry
 * @param section in which section
 * @param version its version since
 */
public record FaqEntryAdded(FaqEntryId entry, FaqSectionId section, long version) {
    /** The type of this event. */
    public static final EventType<FaqEntryAdded> TYPE =
            new EventType<>("portalblocks.faq.entry-added.v1", FaqEntryAdded.class);
}
