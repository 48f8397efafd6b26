// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LocalizedText;
import java.time.Instant;

/**
 * A section as editors see it, also when nothing stands in it.
 *
 * @param id names it for good
 * @param title what readers see, in all languages
 * @param version one more with each new title, but not with another place; what {@code expectedVersion} means
 * @param changedAt when the title changed last
 */
public record EditedFaqSection(
        FaqSectionId id,
        LocalizedText title,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {}
