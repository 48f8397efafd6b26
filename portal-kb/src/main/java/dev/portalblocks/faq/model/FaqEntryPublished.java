// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * An entry is shown to the readers of its audiences.
 *
 * @param entry which entry
 * @param version its version since
 */
public record FaqEntryPublished(FaqEntryId entry, long version) {
    /** The type of this event. */
    public static final EventType<FaqEntryPublished> TYPE =
            new EventType<>("portalblocks.faq.entry-published.v1", FaqEntryPublished.class);
}
