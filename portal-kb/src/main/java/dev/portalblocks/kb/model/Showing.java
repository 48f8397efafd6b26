// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When readers see what.
 *
 * @param from since when
 * @param until until when, that moment excluded; null for ever
 * @param revision what they see
 */
public record Showing(
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant until,

        Revision revision) {
    /** Returns this showing with what readers see in none of these categories. */
    public Showing outOf(Set<CategoryId> gone) {
        return new Showing(from, until, revision.outOf(gone));
    }
}
