// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.memory.Memory;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private static final Operation CREATE = Operation.writing("test.create", Permission.forStaff("test.create"));
    private static final EventType<Created> CREATED = new EventType<>("portalblocks.test.created.v1", Created.class);
    private static final Actor ACME = Actor.system(TenantId.of("acme"), "test");
    private static final Actor OTHER = Actor.system(TenantId.of("other"), "test");

    private final OwnedClock clock = OwnedClock.atNoon();
    private final Memory memory = new Memory();
    private final Portal portal =
            Portal.builder(MemoryCoreStorage.in(memory)).clock(clock).build();

    private record Created() {}

    @BeforeEach
    void register() {
        portal.register(BlockContribution.of("test", CREATE).emitting(CREATED));
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void aKeyProtectsForThirtyDays() {
        UUID first = create(ACME, "key");
        clock.move(Housekeeping.KEY_RETENTION);
        runTask();
        assertThat(create(ACME, "key")).isEqualTo(first);

        clock.move(Duration.ofNanos(1_000));
        runTask();
        assertThat(create(ACME, "key")).isNotEqualTo(first);
        assertThat(Housekeeping.KEY_RETENTION).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void theTaskComesToEveryTenantAndRemovesAllThatIsOld() {
        IntStream.range(0, 2_001).forEach(number -> create(ACME, "old " + number));
        create(OTHER, "old");
        clock.move(Duration.ofDays(31));
        UUID fresh = create(ACME, "fresh");
        runTask();
        assertThat(memory.contents().get("core.idempotency")).hasSize(1);
        assertThat(create(ACME, "fresh")).isEqualTo(fresh);
    }

    @Test
    void aCallRemovesAThousandAtMostAndSaysHowMany() {
        IntStream.range(0, 1_200).forEach(number -> create(ACME, "old " + number));
        clock.move(Duration.ofDays(31));
        assertThat(portal.housekeeping().purgeIdempotencyKeys(ACME)).isEqualTo(1_000);
        assertThat(portal.housekeeping().purgeIdempotencyKeys(OTHER)).isZero();
        assertThat(portal.housekeeping().purgeIdempotencyKeys(ACME)).isEqualTo(200);
        assertThat(portal.housekeeping().purgeIdempotencyKeys(ACME)).isZero();
    }

    private void runTask() {
        portal.maintenance().forEach(task -> task.work().run());
    }

    private UUID create(Actor actor, String key) {
        Creation<UUID> creation = new Creation<>(
                IdempotencyKey.of(key),
                (context, id) -> {
                    context.emit(CREATED, ObjectRef.of("thing", id), new Created());
                    return id;
                },
                (context, id) -> id);
        return portal.operations().create(CREATE, actor, "command", creation);
    }
}
