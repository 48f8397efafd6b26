// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.EventType;

/**
 * A section got another place among the sections, or its entries another order.
 *
 * @param section which section
 */
public record FaqSectionOrdered(FaqSectionId section) {
    /** The type of this event. */
    public static final EventType<FaqSectionOrdered> TYPE =
            new EventType<>("portalblocks.faq.section-ordered.v1", FaqSectionOrdered.class);
}
