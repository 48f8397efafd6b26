// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for what a source gives next; a test hands in one that knows when there is no use in it. */
@FunctionalInterface
interface SourceWait {
    /** Returns the next item; null when none comes within this time. */
    @Nullable
    SourceItem next(BlockingQueue<SourceItem> from, Duration atMost) throws InterruptedException;

    /** Returns what waits by the system's time. */
    static SourceWait timed() {
        return (from, atMost) -> from.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
