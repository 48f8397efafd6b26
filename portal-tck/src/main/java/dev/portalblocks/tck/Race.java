// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many users of a store at once. */
public final class Race {
    private Race() {}

    /**
     * Calls the work with 0, 1, … on as many threads, which all start at the same moment, and returns how each call
     * ended, in this order.
     */
    public static <T> List<Outcome<T>> of(int runners, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(runners, Companion::daemon);
        CyclicBarrier start = new CyclicBarrier(runners);
        try {
            List<Future<T>> calls = IntStream.range(0, runners)
                    .mapToObj(runner -> threads.submit(() -> {
                        start.await();
                        return work.apply(runner);
                    }))
                    .toList();
            return calls.stream().map(Outcome::of).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
