// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads of a portal: as many as are needed, which end when there is nothing to do, and keep no process alive. */
final class PortalThreads {
    private static final int IDLE_SECONDS = 5;

    private PortalThreads() {}

    static Executor untilIdle() {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "portalblocks");
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
