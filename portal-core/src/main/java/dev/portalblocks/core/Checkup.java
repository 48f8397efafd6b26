// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.TenantWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that can fail by itself, and remembers how each task ended here. Thread-safe. */
final class Checkup {
    private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);
    private static final String STORAGE = "storage";
    private static final int TURNS = 10;

    private final TenantWalk storage;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Ended> ended = new ConcurrentHashMap<>();

    Checkup(CoreStorage storage, InstantSource clock) {
        this.storage = new TenantWalk(storage);
        this.clock = clock;
    }

    /** Returns the task that also says here how it ended. */
    MaintenanceTask watched(MaintenanceTask task) {
        return new MaintenanceTask(task.name(), task.every(), () -> {
            String code = "task.failed"; // also for an Error, after which many schedulers never call again
            try {
                task.work().run();
                code = "ok";
            } catch (PortalException e) {
                code = e.code();
                throw e;
            } finally {
                ended.put(task.name(), new Ended(clock.instant(), code));
            }
        });
    }

    /** Without storage there is no use in waiting for it once more for each part. */
    Health look(List<BlockContribution> blocks) {
        Map<String, Health.Finding> parts = new TreeMap<>();
        Health.Finding reached = guarded(STORAGE, this::storage);
        parts.put(STORAGE, reached);
        if (reached.status() == Health.Status.UP) {
            blocks.stream()
                    .flatMap(block -> block.checks().stream())
                    .forEach(check -> parts.put(check.name(), guarded(check.name(), check.look())));
        }
        blocks.stream().flatMap(block -> block.tasks().stream()).forEach(task -> {
            String part = "task." + task.name();
            parts.put(part, guarded(part, () -> task(task)));
        });
        return Health.of(parts);
    }

    private Health.Finding storage() {
        Instant before = clock.instant();
        storage.touch();
        return Health.Finding.up(
                Map.of("milliseconds", Duration.between(before, clock.instant()).toMillis()));
    }

    private Health.Finding task(MaintenanceTask task) {
        @Nullable Ended last = ended.get(task.name());
        if (last == null) {
            return new Health.Finding(Health.Status.UP, "task.not-run-here", Map.of());
        }
        Duration since = Duration.between(last.at, clock.instant());
        Map<String, Long> figures = Map.of("secondsSince", since.toSeconds());
        if (!last.code.equals("ok")) {
            return Health.Finding.behind(last.code, figures);
        }
        return since.compareTo(patience(task)) > 0
                ? Health.Finding.behind("task.overdue", figures)
                : Health.Finding.up(figures);
    }

    /** Other nodes may have had some of its turns. */
    private static Duration patience(MaintenanceTask task) {
        Duration turns = task.every().multipliedBy(TURNS);
        return turns.compareTo(HealthCheck.PATIENCE) > 0 ? turns : HealthCheck.PATIENCE;
    }

    /** One that ends with an Error, as after a release that is not whole, hides no other. */
    private static Health.Finding guarded(String name, Supplier<Health.Finding> look) {
        try {
            return look.get();
        } catch (RuntimeException | Error e) {
            LOG.warn("The check of {} failed with {}", name, e.getClass().getName());
            return Health.Finding.down(e instanceof PortalException known ? known.code() : "check.failed");
        }
    }

    private record Ended(Instant at, String code) {}
}
