// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * An entry is gone for good.
 *
 * @param entry which entry
 */
public record FaqEntryRemoved(FaqEntryId entry) {
    /** The type of this event, a withdrawal. */
    public static final EventType<FaqEntryRemoved> TYPE =
            EventType.withdrawal("portalblocks.faq.entry-removed.v1", FaqEntryRemoved.class);
}
