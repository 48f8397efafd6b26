// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.surroundings;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

@SuppressWarnings("all")
public final class Runs {
    Object thread() {
        return new Thread(() -> {});
    }

    Object pool() {
        return Executors.newCachedThreadPool();
    }

    Object common() {
        return ForkJoinPool.commonPool();
    }

    Object async() {
        return CompletableFuture.runAsync(() -> {});
    }

    Object parallel(List<String> texts) {
        return texts.parallelStream();
    }
}
