// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * Turns what editors plan, by the clock on the wall, into instants. Where clocks are put forward the hour that is left out stands
 * for the moment at which they are; where they are put back an hour comes twice, and something begins with the first and ends with the
 * second: what was planned is shown no shorter than anybody meant.
 */
public final class WallClock {
    private final ZoneId zone;

    /** Reads the clock of this zone. */
    public WallClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns when something begins. */
    public Instant begin(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty() ? leap(time) : time.toInstant(offsets.get(0));
    }

    /** Returns when something ends. */
    public Instant end(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        return offsets.isEmpty() ? leap(time) : time.toInstant(offsets.get(offsets.size() - 1));
    }

    private Instant leap(LocalDateTime time) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        return transition.getInstant();
    }
}
