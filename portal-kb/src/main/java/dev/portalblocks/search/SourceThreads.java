// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.operation.Operations;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
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
    /** Returns these threads, or the portal's own. */
    static SourceThreads of(@Nullable Executor executor, SourceWait waiting, Operations portal) {
        return new SourceThreads(executor == null ? portal.threads() : executor, waiting, portal.clock());
    }

    void execute(Runnable call) {
        executor.execute(call);
    }

    @Nullable
    SourceItem next(BlockingQueue<SourceItem> from, Duration atMost) throws InterruptedException {
        return waiting.next(from, atMost);
    }
}
