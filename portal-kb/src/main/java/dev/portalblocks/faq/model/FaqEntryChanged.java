// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * An entry's draft was written, or its way to being published went on; readers see no change.
 *
 * @param entry which entry
 * @param version its version since
 */
public record FaqEntryChanged(FaqEntryId entry, long version) {
    /** The type of this event. */
    public static final EventType<FaqEntryChanged> TYPE =
            new EventType<>("portalblocks.faq.entry-changed.v1", FaqEntryChanged.class);
}
