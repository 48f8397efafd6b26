// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * A section was added or renamed.
 *
 * @param section which section
 * @param version its version since
 */
public record FaqSectionChanged(FaqSectionId section, long version) {
    /** The type of this event. */
    public static final EventType<FaqSectionChanged> TYPE =
            new EventType<>("portalblocks.faq.section-changed.v1", FaqSectionChanged.class);
}
