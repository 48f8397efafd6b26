// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How a subscriber is served. No duration is longer than {@link #LONGEST}.
 *
 * @param every how often the host's scheduler should look for events
 * @param lease how long a lane is a node's own without a sign of life, counted from each delivery that ended; longer than
 *     any single one takes, or another node delivers the same at once
 * @param attempts after how many refusals in a row an event is a dead letter, which stops its lane
 * @param firstDelay how long a lane rests after the first refusal; twice as long after each further one
 * @param longestDelay how long it rests at most
 */
public record RelayTerms(Duration every, Duration lease, int attempts, Duration firstDelay, Duration longestDelay) {
    /** How long each duration is at most: 365 days. What shall never happen has to be said in another way. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a duration or the attempts are not more than nothing, a duration is longer than
     *     {@link #LONGEST}, or the longest delay is shorter than the first
     */
    public RelayTerms {
        if (!isPositive(every) || !isPositive(lease) || !isPositive(firstDelay) || attempts < 1) {
            throw new IllegalArgumentException("Durations and attempts of a relay must be positive");
        }
        // longer ones leave what counts in nanoseconds, and the times that a database knows
        if (Stream.of(every, lease, firstDelay, longestDelay).anyMatch(duration -> duration.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("A duration of a relay is longer than 365 days");
        }
        if (longestDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("The longest delay is shorter than the first");
        }
    }

    /** Returns: every second, leases of a minute, 12 attempts, delays from one second to ten minutes. */
    public static RelayTerms standard() {
        return new RelayTerms(
                Duration.ofSeconds(1), Duration.ofMinutes(1), 12, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    /** Returns these terms with leases that long. */
    public RelayTerms leasing(Duration duration) {
        return new RelayTerms(every, duration, attempts, firstDelay, longestDelay);
    }

    /** Returns these terms with so many attempts, and delays within these limits. */
    public RelayTerms retrying(int times, Duration first, Duration longest) {
        return new RelayTerms(every, lease, times, first, longest);
    }

    /**
     * Returns how long a lane rests after so many refusals in a row: doubled each time up to the limit, and of that the
     * upper half by chance, so that many lanes do not come back at once.
     *
     * @param refusals 1 or more
     * @param chance 0 to 1
     */
    public Duration delay(int refusals, double chance) {
        double doubled = (double) firstDelay.toNanos() * Math.pow(2, Math.min(refusals - 1, 62));
        double full = Math.min(doubled, (double) longestDelay.toNanos());
        return Duration.ofNanos((long) (full / 2 + full / 2 * chance));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
