// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where sources are called, and how one waits for them. Who waits for a call has one thread here; a call that was given up keeps its
 * own, of which each source has {@link SourceReader#MOST_STUCK} at most.
 *
 * @param executor runs the calls
 * @param waiting waits for what they give
 * @param clock tells when a source is asked again
 */
record SourceThreads(Executor executor, SourceWait waiting, InstantSource clock) {
    private static final int IDLE_SECONDS = 5;

    /** Returns these threads, or own ones. */
    static SourceThreads of(@Nullable Executor executor, SourceWait waiting, InstantSource clock) {
        return new SourceThreads(executor == null ? own() : executor, waiting, clock);
    }

    /** Returns threads that end when there is nothing to do, and keep no process alive. */
    static Executor own() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "portalblocks-search-source");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    void execute(Runnable call) {
        executor.execute(call);
    }

    @Nullable
    SourceItem next(BlockingQueue<SourceItem> from, Duration atMost) throws InterruptedException {
        return waiting.next(from, atMost);
    }
}
