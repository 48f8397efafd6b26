// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many callers at once. */
final class Threads {
    private Threads() {}

    /** Calls the work with 0, 1, … on as many threads that start together; returns what they returned, or throws. */
    static <T> List<T> race(int count, IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        CyclicBarrier start = new CyclicBarrier(count);
        try {
            List<Future<T>> calls = IntStream.range(0, count)
                    .mapToObj(number -> pool.submit(() -> {
                        start.await();
                        return work.apply(number);
                    }))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> call : calls) {
                results.add(call.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
