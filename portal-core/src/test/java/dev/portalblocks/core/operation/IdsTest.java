// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.UUIDType;
import com.fasterxml.uuid.impl.UUIDUtil;
import dev.portalblocks.core.OwnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Random SEEDED = new Random(4711);

    @Test
    void anIndependentLibraryReadsVersionVariantAndTime() {
        for (String time : List.of("1970-01-01T00:00:00Z", "2027-01-01T12:00:00.123Z", "9999-12-31T23:59:59.999Z")) {
            Instant instant = Instant.parse(time);
            UUID id = new Ids(() -> instant, SEEDED).next();

            assertThat(UUIDUtil.typeOf(id)).isEqualTo(UUIDType.TIME_BASED_EPOCH);
            assertThat(UUIDUtil.extractTimestamp(id)).isEqualTo(instant.toEpochMilli());
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void idsAscendWhileTheClockStands() {
        Ids ids = new Ids(OwnedClock.atNoon(), SEEDED);
        assertAscending(Stream.generate(ids::next).limit(20_000).toList());
    }

    @Test
    void idsAscendWhenTheClockGoesBack() {
        OwnedClock clock = OwnedClock.atNoon();
        Ids ids = new Ids(clock, SEEDED);
        List<UUID> made = new ArrayList<>();
        Random random = new Random(4711);
        for (int i = 0; i < 5_000; i++) {
            made.add(ids.next());
            clock.move(Duration.ofMillis(random.nextInt(2_001) - 1_000));
        }
        assertAscending(made);
    }

    @Test
    void aNewMillisecondIsTakenFromTheClock() {
        OwnedClock clock = OwnedClock.atNoon();
        Ids ids = new Ids(clock, SEEDED);
        ids.next();
        clock.move(Duration.ofHours(1));
        assertThat(UUIDUtil.extractTimestamp(ids.next()))
                .isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void thirtyTwoThreadsGetDifferentIdsThatAscendForEach() throws Exception {
        int threads = 32;
        Ids ids = new Ids(OwnedClock.atNoon(), new Random(4711));
        Set<UUID> all = ConcurrentHashMap.newKeySet();
        CountDownLatch start = new CountDownLatch(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<UUID>>> calls = IntStream.range(0, threads)
                    .mapToObj(thread -> pool.submit(() -> {
                        start.countDown();
                        start.await();
                        return Stream.generate(ids::next).limit(1_000).toList();
                    }))
                    .toList();
            for (Future<List<UUID>> call : calls) {
                assertAscending(call.get());
                all.addAll(call.get());
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(all).hasSize(threads * 1_000);
    }

    private static void assertAscending(List<UUID> ids) {
        assertThat(ids.stream().map(UUID::toString).toList()).isSorted().doesNotHaveDuplicates();
    }
}
