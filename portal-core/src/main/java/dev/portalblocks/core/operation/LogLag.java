// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a reader is behind the log.
 *
 * @param tenants how many tenants were looked at, now or the last time
 * @param behind for how many of them something waits
 * @param longest for how long the oldest of it waits, or at most could; nothing where nothing waits
 * @param ofAll whether all of them were looked at now
 */
public record LogLag(int tenants, int behind, Duration longest, boolean ofAll) {
    /** Returns this lag with a tenant for whom something waits since then, or nothing. */
    LogLag and(Optional<Instant> since, Instant now) {
        if (since.isEmpty()) {
            return new LogLag(tenants + 1, behind, longest, ofAll);
        }
        Duration waits = Duration.between(since.get(), now);
        return new LogLag(tenants + 1, behind + 1, waits.compareTo(longest) > 0 ? waits : longest, ofAll);
    }
}
