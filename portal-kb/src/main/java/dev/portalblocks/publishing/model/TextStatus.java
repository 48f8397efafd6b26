// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.LanguageTag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something stands in one language, as of the moment at which somebody asked.
 *
 * @param language which language
 * @param draft where a text stands that differs from what was published last; null where none does
 * @param note what the reviewer wants changed; null where nothing was said
 * @param shown whether readers see a text in it
 * @param since since when they do, or will; null where they don't
 * @param until when they no longer will; null where nobody planned that
 * @param outdated whether the first language's text was written later than this one, so that this may say something else
 */
public record TextStatus(
        LanguageTag language,
        @Nullable TextState draft,
        @Nullable String note,
        Shown shown,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant since,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant until,

        boolean outdated) {
    /** Whether readers see a text. */
    public enum Shown {
        /** They never did. */
        NEVER,
        /** They will. */
        PLANNED,
        /** They do. */
        PUBLISHED,
        /** They did. */
        ARCHIVED
    }
}
