// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * What readers will see of an entry, or no longer will, was planned or given up.
 *
 * @param entry which entry
 * @param version its version since
 */
public record FaqEntryScheduled(FaqEntryId entry, long version) {
    /** The type of this event. */
    public static final EventType<FaqEntryScheduled> TYPE =
            new EventType<>("portalblocks.faq.entry-scheduled.v1", FaqEntryScheduled.class);
}
