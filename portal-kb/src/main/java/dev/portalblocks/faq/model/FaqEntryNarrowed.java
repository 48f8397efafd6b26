// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * A published entry has fewer readers than before, or is no longer there in one of its languages, now or at a time that is planned; that it was
 * published so, or planned, follows.
 *
 * @param entry which entry
 * @param version its version before
 */
public record FaqEntryNarrowed(FaqEntryId entry, long version) {
    /** The type of this event, a withdrawal. */
    public static final EventType<FaqEntryNarrowed> TYPE =
            EventType.withdrawal("portalblocks.faq.entry-narrowed.v1", FaqEntryNarrowed.class);
}
