// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.LanguageTag;
import java.util.List;

/**
 * A section as a reader gets it: with those of its entries that are for this reader.
 *
 * @param id names it for good
 * @param language the language that the title is served in; an entry may be served in another
 * @param title one line
 * @param entries in the editors' order, at least one
 */
public record FaqSection(FaqSectionId id, LanguageTag language, String title, List<FaqEntry> entries) {
    /** Copies the entries. */
    public FaqSection {
        entries = List.copyOf(entries);
    }
}
