// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Depot.File;
import dev.portalblocks.core.Depot.Put;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.tx.memory.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Uploads of equal bytes, removals and sweeps at once, while the clock goes: no acknowledged byte is ever lost, and in
 * the end there are no bytes without a row and no row without bytes. {@code -Dportal.seed=} repeats what each thread
 * does, if not when.
 */
class UploadRaceTest {
    private static final int THREADS = 6;
    private static final int STEPS = Boolean.getBoolean("portal.deep") ? 20_000 : 1_000;
    private static final List<Actor> ACTORS = List.of(Depot.ERIKA, Depot.OTTO);
    private static final List<String> TEXTS = List.of("hello", "Beitragsrechnung", "");

    @TempDir
    private Path directory;

    private final AtomicIntegerArray done = new AtomicIntegerArray(5);

    static Stream<Long> seeds() {
        Long given = Long.getLong("portal.seed");
        return given == null ? Stream.of(4711L, System.nanoTime()) : Stream.of(given);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noAcknowledgedByteIsLostAndNothingElseStays(long seed) throws Exception {
        race(seed, new MemoryContentStore(), STEPS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noAcknowledgedFileIsLostAndNoOtherStays(long seed) throws Exception {
        race(seed, FileContentStore.in(directory), STEPS / 10);
    }

    private void race(long seed, ContentStore bytes, int steps) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Depot depot = new Depot(new Memory(), bytes, stores -> stores, seed)) {
            List<Future<List<File>>> runs = IntStream.range(0, THREADS)
                    .mapToObj(number -> threads.submit(() -> run(depot, new Random(seed + number), steps)))
                    .toList();
            List<File> acknowledged = new ArrayList<>();
            for (Future<List<File>> run : runs) {
                acknowledged.addAll(run.get(10, TimeUnit.MINUTES));
            }
            System.out.printf(
                    "Upload race, seed %d: %d uploads, %d refused, %d removals, %d swept, %d reads%n",
                    seed, done.get(0), done.get(1), done.get(2), done.get(3), done.get(4));
            judge(depot, acknowledged);
        } catch (Exception | Error e) {
            System.out.println("Upload race failed with -Dportal.seed=" + seed);
            throw e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns the files that this thread was told of and has not removed. */
    private List<File> run(Depot depot, Random random, int steps) {
        List<File> mine = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> put(depot, random, mine);
                case 2, 3 -> remove(depot, random, mine);
                case 4 -> {
                    depot.clock.move(Duration.ofMinutes(random.nextInt(10) == 0 ? 25 * 60 : random.nextInt(20)));
                    done.addAndGet(3, depot.sweep());
                }
                default -> {
                    if (!mine.isEmpty()) {
                        read(depot, mine.get(random.nextInt(mine.size())));
                    }
                }
            }
        }
        return mine;
    }

    private void put(Depot depot, Random random, List<File> mine) {
        Actor actor = ACTORS.get(random.nextInt(ACTORS.size()));
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        try {
            Put command = Put.of(actor.findCustomer().orElseThrow());
            mine.add(depot.put(actor, command, Streams.atRead(Streams.of(text), Thread::yield)));
            done.incrementAndGet(0);
        } catch (PortalException.Conflict | PortalException.StorageFailure e) {
            assertThat(e.code())
                    .isIn("upload.expired", "content.storage-failed", "storage.deadlock", "storage.lock-timeout");
            done.incrementAndGet(1);
        }
    }

    private void remove(Depot depot, Random random, List<File> mine) {
        if (!mine.isEmpty()) {
            File file = mine.get(random.nextInt(mine.size()));
            depot.remove(Depot.CLERK, file.id());
            mine.remove(file);
            done.incrementAndGet(2);
        }
    }

    private void read(Depot depot, File file) {
        assertThat(depot.read(Depot.CLERK, file.id())).as("%s", file).isNotNull();
        done.incrementAndGet(4);
    }

    private static void judge(Depot depot, List<File> acknowledged) {
        depot.clock.move(Duration.ofDays(2));
        while (depot.sweep() > 0) {
            // to the end
        }
        Set<Object> used = new HashSet<>();
        acknowledged.forEach(file -> used.add(file.content()));
        acknowledged.forEach(
                file -> assertThat(depot.read(Depot.CLERK, file.id())).isNotNull());
        assertThat(depot.files()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(new HashSet<Object>(depot.kept())).as("bytes").isEqualTo(used);
        assertThat(new HashSet<Object>(depot.refs(ContentState.LIVE)))
                .as("rows")
                .isEqualTo(used);
        assertThat(depot.rows()).allMatch(StoredContent::isLive).hasSameSizeAs(used);
    }
}
