// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which report is wanted.
 *
 * @param since an instant of the first day, in UTC; null for all that is kept
 * @param until an instant of the last day, in UTC; null for today
 * @param limit how long each list is at most, 1 to 200
 */
public record AskForGaps(
        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant since,

        @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING)
        Instant until,

        @Min(1) @Max(200) int limit) {
    /** How long each list is where nothing else is said. */
    public static final int USUAL = 20;

    /** Asks for all that is kept, in lists of the usual length. */
    public static AskForGaps ofAll() {
        return new AskForGaps(null, null, USUAL);
    }

    /** Returns this question for these days, both included. */
    public AskForGaps between(Instant first, Instant last) {
        return new AskForGaps(first, last, limit);
    }

    /** Returns this question for lists of this length. */
    public AskForGaps atMost(int entries) {
        return new AskForGaps(since, until, entries);
    }
}
