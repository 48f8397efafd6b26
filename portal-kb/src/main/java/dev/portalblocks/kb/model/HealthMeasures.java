// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * From when on an article needs care.
 *
 * @param unchangedDays after so many days without a change, 1 to 3,650
 * @param helpfulPercent where it helped fewer than so many of a hundred who voted, 1 to 100
 * @param votes how many have to have voted for that, from 1
 * @param unseenDays after so many days without a view, 1 to 3,650; null where views are not {@linkplain RecordView recorded}: then that is no reason
 */
public record HealthMeasures(
        @Min(1) @Max(MAX_DAYS) int unchangedDays,
        @Min(1) @Max(100) int helpfulPercent,
        @Min(1) int votes,
        @Min(1) @Max(MAX_DAYS) @Nullable Integer unseenDays) {
    /** How many days can be asked for. */
    public static final int MAX_DAYS = 3_650;

    /** Returns a year without a change, and fewer than half of five readers or more; views are not looked at. */
    public static HealthMeasures usual() {
        return new HealthMeasures(365, 50, 5, null);
    }

    /** Returns these with so many days without a change. */
    public HealthMeasures unchangedFor(int days) {
        return new HealthMeasures(days, helpfulPercent, votes, unseenDays);
    }

    /** Returns these with fewer than so many of a hundred, of so many votes at least. */
    public HealthMeasures helpingFewerThan(int percent, int ofVotes) {
        return new HealthMeasures(unchangedDays, percent, ofVotes, unseenDays);
    }

    /** Returns these with so many days without a view. */
    public HealthMeasures unseenFor(int days) {
        return new HealthMeasures(unchangedDays, helpfulPercent, votes, days);
    }
}
