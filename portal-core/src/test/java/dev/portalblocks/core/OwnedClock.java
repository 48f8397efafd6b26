// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when the test says so. */
public final class OwnedClock implements InstantSource {
    private volatile Instant now;

    /** Begins at an instant. */
    public OwnedClock(Instant start) {
        now = start;
    }

    /** Returns a clock that stands at noon, with nanoseconds. */
    public static OwnedClock atNoon() {
        return new OwnedClock(Instant.parse("2027-01-01T12:00:00.123456789Z"));
    }

    /** Moves on, or back. */
    public void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
