// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * Readers no longer see an entry.
 *
 * @param entry which entry
 * @param version its version since
 */
public record FaqEntryWithdrawn(FaqEntryId entry, long version) {
    /** The type of this event, a withdrawal. */
    public static final EventType<FaqEntryWithdrawn> TYPE =
            EventType.withdrawal("portalblocks.faq.entry-withdrawn.v1", FaqEntryWithdrawn.class);
}
