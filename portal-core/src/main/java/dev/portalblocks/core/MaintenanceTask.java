// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import java.time.Duration;
import java.util.Objects;

/**
 * Work that has to happen later: the host's scheduler runs it about this often. It is idempotent and may run on several
 * nodes at once.
 *
 * @param name stable, {@code search.follow}
 * @param every how often it should run; more than nothing, and at most {@link #LONGEST}
 * @param work what to run
 */
public record MaintenanceTask(String name, Duration every, Runnable work) {
    /** How long a task may rest at most: 365 days. One that shall never run is not registered. */
    public static final Duration LONGEST = Duration.ofDays(365);

    /**
     * Checks that it can be scheduled, and seen to be overdue.
     *
     * @throws IllegalArgumentException if the duration is not more than nothing, or longer than {@link #LONGEST}
     */
    public MaintenanceTask {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(every, "every");
        Objects.requireNonNull(work, "work");
        if (every.isNegative() || every.isZero() || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Task " + name + " has to run every so often, at least once in 365 days, not every " + every);
        }
    }
}
