// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * An entry stands in another section.
 *
 * @param entry which entry
 * @param section in which section since
 */
public record FaqEntryMoved(FaqEntryId entry, FaqSectionId section) {
    /** The type of this event. */
    public static final EventType<FaqEntryMoved> TYPE =
            new EventType<>("portalblocks.faq.entry-moved.v1", FaqEntryMoved.class);
}
