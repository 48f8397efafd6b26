// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * An entry as editors see it.
 *
 * @param id names it for good
 * @param section the section that it stands in
 * @param state whether readers see it
 * @param content what it says, in all languages
 * @param version one more with each change of content or state, but not of its place; what {@code expectedVersion} means
 * @param changedAt when content or state changed last
 */
public record EditedFaqEntry(
        FaqEntryId id,
        FaqSectionId section,
        FaqEntryState state,
        FaqContent content,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {}
