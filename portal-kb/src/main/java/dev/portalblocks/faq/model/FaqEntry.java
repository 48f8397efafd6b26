// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.LanguageTag;
import java.util.List;

/**
 * A published entry as a reader gets it: in one language.
 *
 * @param id names it for good
 * @param section the section that it stands in
 * @param language the language that is served
 * @param languages all that there are, the one that it was written in first
 * @param question one line
 * @param answer CommonMark
 */
public record FaqEntry(
        FaqEntryId id,
        FaqSectionId section,
        LanguageTag language,
        List<LanguageTag> languages,
        String question,
        String answer) {

    /** Copies the languages. */
    public FaqEntry {
        languages = List.copyOf(languages);
    }
}
