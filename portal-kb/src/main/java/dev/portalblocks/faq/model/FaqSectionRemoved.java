// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * A section is gone for good.
 *
 * @param section which section
 */
public record FaqSectionRemoved(FaqSectionId section) {
    /** The type of this event. */
    public static final EventType<FaqSectionRemoved> TYPE =
            new EventType<>("portalblocks.faq.section-removed.v1", FaqSectionRemoved.class);
}
