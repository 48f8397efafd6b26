// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import java.util.Objects;

/**
 * What a policy can ask about who belongs where: all of it anew in each operation, so that nothing of it grows old in a session.
 *
 * @param teams which of the staff is in which team
 * @param segments which customer is in which segment
 * @param holdings what a customer owns
 */
public record Directories(TeamDirectory teams, SegmentSource segments, Holdings holdings) {
    /** Refuses a missing one with {@code NullPointerException}, by its name. */
    public Directories {
        Objects.requireNonNull(teams, "teams");
        Objects.requireNonNull(segments, "segments");
        Objects.requireNonNull(holdings, "holdings");
    }

    /** Returns the directories of a company without segments, that tells of nothing that its customers own. */
    public static Directories of(TeamDirectory teams) {
        return new Directories(teams, SegmentSource.none(), Holdings.none());
    }
}
