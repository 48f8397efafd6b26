// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Puts the entries of a section in an order.
 *
 * @param section which section
 * @param entries all of its entries, published or not, each once, the first on top
 */
public record OrderFaqEntries(
        @NotNull FaqSectionId section, @Size(max = 1_000) List<@NotNull FaqEntryId> entries) {
    /** Copies the list; empty when JSON names none. */
    public OrderFaqEntries {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    /** Returns the command for this order. */
    public static OrderFaqEntries of(FaqSectionId section, FaqEntryId... entries) {
        return new OrderFaqEntries(section, List.of(entries));
    }
}
