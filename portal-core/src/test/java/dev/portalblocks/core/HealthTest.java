// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.Health.Finding;
import dev.portalblocks.core.model.Health.Status;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Memory memory = new Memory();
    private Instant now = Instant.parse("2027-01-04T08:00:00Z");
    private Duration tick = Duration.ZERO;
    private final Portal portal =
            Portal.builder(MemoryCoreStorage.in(memory)).clock(this::tick).build();
    private final Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
    private final Bookmarks bookmarks = new Bookmarks();
    private int changes;

    @Test
    void storageAndTasksArePartOfIt() {
        Health fresh = portal.health();

        assertThat(fresh.status()).isEqualTo(Status.UP);
        assertThat(fresh.findPart("storage").orElseThrow().code()).isEqualTo("ok");
        assertThat(fresh.parts())
                .hasSize(1 + portal.maintenance().size())
                .containsEntry("task.core.idempotency.purge", new Finding(Status.UP, "task.not-run-here", Map.of()));
    }

    @Test
    void aTaskSaysWhenItRanHere() {
        portal.maintenance().forEach(task -> task.work().run());
        now = now.plusSeconds(90);

        assertThat(portal.health().findPart("task.core.idempotency.purge").orElseThrow())
                .isEqualTo(Finding.up(Map.of("secondsSince", 90L)));
    }

    /** And the host's scheduler learns of it as before. */
    @Test
    void aTaskThatFailedIsShownUntilItEndsWell() {
        boolean[] fails = {true};
        portal.register(BlockContribution.of("host")
                .maintainedBy(new MaintenanceTask("export", Duration.ofHours(1), () -> {
                    if (fails[0]) {
                        throw new StorageFailure("storage.full", true, null);
                    }
                })));
        assertThatThrownBy(() -> run("export")).isInstanceOf(StorageFailure.class);
        assertThat(portal.health().status()).isEqualTo(Status.BEHIND);
        assertThat(portal.health().findPart("task.export").orElseThrow().code()).isEqualTo("storage.full");
        fails[0] = false;
        run("export");
        assertThat(portal.health().status()).isEqualTo(Status.UP);
    }

    /** A scheduler of the JDK never calls it again. */
    @Test
    void aTaskThatEndedWithAnErrorIsShown() {
        portal.register(
                BlockContribution.of("host").maintainedBy(new MaintenanceTask("export", Duration.ofHours(1), () -> {
                    throw new NoClassDefFoundError("Erika");
                })));
        assertThatThrownBy(() -> run("export")).isInstanceOf(NoClassDefFoundError.class);
        assertThat(portal.health().findPart("task.export").orElseThrow())
                .isEqualTo(Finding.behind("task.failed", Map.of("secondsSince", 0L)));
    }

    @Test
    void aCheckThatThrowsIsDownAndTheOthersAreLookedAt() {
        portal.register(BlockContribution.of("one").watchedBy(new HealthCheck("one", () -> {
            throw new IllegalStateException("Erika");
        })));
        portal.register(BlockContribution.of("two").watchedBy(new HealthCheck("two", () -> {
            throw new StorageFailure("storage.unreachable", true, null);
        })));
        portal.register(BlockContribution.of("four").watchedBy(new HealthCheck("four", () -> {
            throw new NoClassDefFoundError("Erika");
        })));
        portal.register(BlockContribution.of("three")
                .watchedBy(new HealthCheck("three", () -> Finding.behind("three.late", Map.of()))));

        Health health = portal.health();

        assertThat(health.status()).isEqualTo(Status.DOWN);
        assertThat(health.parts())
                .containsEntry("one", Finding.down("check.failed"))
                .containsEntry("two", Finding.down("storage.unreachable"))
                .containsEntry("four", Finding.down("check.failed"))
                .containsEntry("three", Finding.behind("three.late", Map.of()));
    }

    /** Storage that is asked inside a transaction of its own says no; that is an answer, too. */
    @Test
    void nothingIsThrown() {
        Health nested = memory.write(tx -> portal.health());
        assertThat(nested.parts()).containsEntry("storage", Finding.down("check.failed"));
    }

    /** A task is counted by a clock, too. */
    @Test
    void aClockThatFailsIsAnAnswer() {
        run("core.idempotency.purge");
        tick = ChronoUnit.FOREVER.getDuration(); // beyond what an instant can be

        Health health = portal.health();

        assertThat(health.status()).isEqualTo(Status.DOWN);
        assertThat(health.parts())
                .containsEntry("storage", Finding.down("check.failed"))
                .containsEntry("task.core.idempotency.purge", Finding.down("check.failed"));
    }

    /** Ten times as long is when a task is overdue: that has to be a duration as well. */
    @Test
    void aTaskThatHardlyEverRunsIsRefused() {
        for (Duration wrong : List.of(
                ChronoUnit.FOREVER.getDuration(),
                MaintenanceTask.LONGEST.plusNanos(1),
                Duration.ZERO,
                Duration.ofNanos(-1))) {
            assertThatThrownBy(() -> new MaintenanceTask("export", wrong, () -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("export");
        }
        portal.register(BlockContribution.of("host")
                .maintainedBy(new MaintenanceTask("export", MaintenanceTask.LONGEST, () -> {})));
        run("export");
        now = now.plus(MaintenanceTask.LONGEST);
        assertThat(portal.health().findPart("task.export").orElseThrow().status())
                .isEqualTo(Status.UP);
    }

    @Test
    void aReaderIsBehindWhenAnEventWaitsForLongerThanAMinute() {
        LogFollower follower = watched();
        change("acme");
        follower.followAll();
        now = now.plusSeconds(500);
        change("acme");
        assertThat(lag()).isEqualTo(figures(1, 1, 0, true));
        now = now.plusSeconds(60);
        assertThat(lag()).isEqualTo(figures(1, 1, 60, true));
        assertThat(portal.health().status()).isEqualTo(Status.UP);
        now = now.plusSeconds(1);
        assertThat(portal.health().findPart("bookmarks").orElseThrow())
                .isEqualTo(Finding.behind("bookmarks.behind", figures(1, 1, 61, true)));
        follower.followAll();
        assertThat(lag()).isEqualTo(figures(1, 0, 0, true));
    }

    /** Of a reader without a position nobody knows more than how long it is there. */
    @Test
    void aReaderThatHoldsNothingIsBehindSinceItIsThere() {
        watched();
        now = now.plusSeconds(70);
        change("acme");
        assertThat(lag()).isEqualTo(figures(1, 1, 70, true));
    }

    @Test
    void aLookEndsAfterASecondAndTheNextGoesOn() {
        watched().followAll();
        for (int i = 0; i < 120; i++) {
            change("tenant-" + (100 + i));
        }
        tick = Duration.ofMillis(600);
        assertThat(lag()).containsEntry("tenants", 100L).containsEntry("all", 0L);
        assertThat(lag())
                .as("the other 20 with it")
                .containsEntry("tenants", 120L)
                .containsEntry("all", 0L);
        tick = Duration.ZERO;
        assertThat(lag()).containsEntry("tenants", 120L).containsEntry("all", 1L);
    }

    private Instant tick() {
        now = now.plus(tick);
        return now;
    }

    private void run(String name) {
        portal.maintenance().stream()
                .filter(task -> task.name().equals(name))
                .forEach(task -> task.work().run());
    }

    private LogFollower watched() {
        LogFollower follower = portal.follower(bookmarks);
        portal.register(BlockContribution.of("host").watchedBy(HealthCheck.ofReader("bookmarks", follower)));
        return follower;
    }

    private Map<String, Long> lag() {
        return portal.health().findPart("bookmarks").orElseThrow().figures();
    }

    private static Map<String, Long> figures(long tenants, long behind, long seconds, boolean all) {
        return Map.of("tenants", tenants, "behind", behind, "seconds", seconds, "all", all ? 1L : 0L);
    }

    private void change(String tenant) {
        CustomerId number = CustomerId.of("4711");
        profiles.change(
                Actor.customer(TenantId.of(tenant), number),
                ChangeProfile.of(
                        number,
                        ProfilePatch.builder().givenName("N" + changes++).build()));
    }

    /** Remembers how far it came. */
    private static final class Bookmarks implements LogReader {
        private final Map<TenantId, LogPosition> positions = new HashMap<>();

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return Optional.ofNullable(positions.get(tenant));
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            positions.put(tenant, batch.upTo());
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            positions.put(tenant, at);
        }
    }
}
