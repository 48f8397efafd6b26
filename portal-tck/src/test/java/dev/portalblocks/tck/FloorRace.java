// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Some change what many read: nobody reads what is older than what was committed, or seen by another, when they began. */
public final class FloorRace {
    private static final int THREADS = 6;
    private static final int WRITERS = 2;

    private FloorRace() {}

    /** What is changed and read; called by several threads. */
    public interface Subject {
        /** Changes it in one way or another; returns the version that is committed since, or 0 where the change was taken back. */
        long change(SplittableRandom random, String name);

        /** Returns the version that is read. */
        long read();
    }

    /** Races, each thread so many rounds, and says so with the seed. */
    public static void run(String name, int rounds, List<? extends Subject> subjects) throws InterruptedException {
        System.out.println(name + ": " + THREADS + " threads, " + rounds + " rounds each, seed " + Seed.value());
        List<Floored> all = subjects.stream()
                .map(subject -> new Floored(subject, new AtomicLong()))
                .toList();
        SplittableRandom seeds = Seed.random();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            IntStream.range(0, THREADS).forEach(number -> {
                SplittableRandom random = seeds.split();
                running.add(threads.submit(() -> race(number, rounds, random, all)));
            });
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("seed " + Seed.value(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void race(int number, int rounds, SplittableRandom random, List<Floored> all) {
        for (int i = 0; i < rounds; i++) {
            Floored one = all.get(random.nextInt(all.size()));
            if (number < WRITERS && random.nextInt(4) == 0) {
                one.committed(one.subject().change(random, number + "/" + i));
            } else {
                one.read();
            }
        }
    }

    /**
     * A subject.
     *
     * @param floor the version that is known to be committed
     */
    private record Floored(Subject subject, AtomicLong floor) {
        void read() {
            long least = floor.get();
            long version = subject.read();
            assertThat(version).as("of %s", subject).isGreaterThanOrEqualTo(least);
            committed(version); // what one has seen nobody sees gone afterwards
        }

        void committed(long version) {
            floor.accumulateAndGet(version, Math::max);
        }
    }
}
