// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.WriteBehindIndex;
import java.time.Duration;

/** What has to be done for an index again and again. */
final class SearchTasks {
    /** What a killed process may have to read from the log once more. */
    private static final Duration FLUSH_EACH = Duration.ofSeconds(30);

    private SearchTasks() {}

    static MaintenanceTask[] of(SearchIndex index, LogFollower follower) {
        MaintenanceTask follow = new MaintenanceTask("search.follow", Duration.ofSeconds(1), follower::followAll);
        return index instanceof WriteBehindIndex later
                ? new MaintenanceTask[] {follow, new MaintenanceTask("search.flush", FLUSH_EACH, later::flush)}
                : new MaintenanceTask[] {follow};
    }
}
