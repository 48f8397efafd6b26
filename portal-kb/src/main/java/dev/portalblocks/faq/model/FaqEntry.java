// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published entry as a reader gets it: in one language.
 *
 * @param id names it for good
 * @param section the section that it stands in
 * @param language the language that is served
 * @param languages all that there are, the one that it was written in first
 * @param question one line
 * @param shortAnswer the answer in one line, without markup; null where there is none beside the answer
 * @param answer CommonMark
 * @param revision by which revision the text came
 * @param publishedAt since when readers see what they see
 * @param outdated whether the text that it was written in first was changed since this one was written
 */
public record FaqEntry(
        FaqEntryId id,
        FaqSectionId section,
        LanguageTag language,
        List<LanguageTag> languages,
        String question,
        @Nullable String shortAnswer,
        String answer,
        long revision,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant publishedAt,
        boolean outdated) {

    /** Copies the languages. */
    public FaqEntry {
        languages = List.copyOf(languages);
    }
}
