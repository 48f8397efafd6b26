// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Puts the sections in an order.
 *
 * @param sections all sections there are, each once, the first on top
 */
public record OrderFaqSections(@Size(max = 1_000) List<@NotNull FaqSectionId> sections) {
    /** Copies the list; empty when JSON names none. */
    public OrderFaqSections {
        sections = sections == null ? List.of() : List.copyOf(sections);
    }

    /** Returns the command for this order. */
    public static OrderFaqSections of(FaqSectionId... sections) {
        return new OrderFaqSections(List.of(sections));
    }
}
