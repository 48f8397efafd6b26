// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The tests' own time: a millisecond later at each look. */
final class Time implements InstantSource {
    private static final long BEGIN = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();

    private final AtomicLong now = new AtomicLong(BEGIN);
    private final Steps steps;

    Time(Steps steps) {
        this.steps = steps;
    }

    @Override
    public Instant instant() {
        steps.pass(InstantSource.class, "instant", Steps.Moment.BEFORE);
        return Instant.ofEpochMilli(now.incrementAndGet());
    }

    void forward(Duration by) {
        now.addAndGet(by.toMillis());
    }
}
