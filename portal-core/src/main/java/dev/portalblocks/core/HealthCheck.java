// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.operation.LogLag;
import dev.portalblocks.core.operation.RelayLag;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a block, or the host, has {@link Portal#health()} look at. It is to answer soon, from any thread, and to change
 * nothing; what it throws counts as down.
 *
 * @param name stable, {@code search.index}
 * @param look returns how it is
 */
public record HealthCheck(String name, Supplier<Health.Finding> look) {
    /** A reader of the log, or a subscriber, for whom events wait longer is behind. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * Returns the check of a reader that follows the log. It says for how many {@code tenants} it looked, for how many of
     * them the reader is {@code behind}, for how many {@code seconds} the oldest event waits, and whether it came to all
     * tenants ({@code all} is 1) within its second; the next call goes on where this one ended.
     */
    public static HealthCheck ofReader(String name, LogFollower follower) {
        return new HealthCheck(name, () -> {
            LogLag lag = follower.lag();
            Map<String, Long> figures = Map.of(
                    "tenants",
                    (long) lag.tenants(),
                    "behind",
                    (long) lag.behind(),
                    "seconds",
                    lag.longest().toSeconds(),
                    "all",
                    lag.ofAll() ? 1L : 0L);
            return isLong(lag.longest())
                    ? Health.Finding.behind(name + ".behind", figures)
                    : Health.Finding.up(figures);
        });
    }

    /**
     * Returns the check of a subscriber, wherever it is served. It says for how many {@code tenants} it looked, how many of
     * their lanes {@code stopped} for a dead letter, for how many {@code seconds} the oldest event waits, and whether it came
     * to all tenants ({@code all} is 1) within its second; the next call goes on where this one ended. A lane that stands
     * still is a reason by itself: {@code NAME.stopped}.
     */
    public static HealthCheck ofSubscriber(String name, EventRelay relay) {
        return new HealthCheck(name, () -> {
            RelayLag lag = relay.lag();
            Map<String, Long> figures = Map.of(
                    "tenants",
                    (long) lag.tenants(),
                    "stopped",
                    (long) lag.stopped(),
                    "seconds",
                    lag.longest().toSeconds(),
                    "all",
                    lag.ofAll() ? 1L : 0L);
            if (lag.stopped() > 0) {
                return Health.Finding.behind(name + ".stopped", figures);
            }
            return isLong(lag.longest())
                    ? Health.Finding.behind(name + ".behind", figures)
                    : Health.Finding.up(figures);
        });
    }

    private static boolean isLong(Duration wait) {
        return wait.compareTo(PATIENCE) > 0;
    }
}
