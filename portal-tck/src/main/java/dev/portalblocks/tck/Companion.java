// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A second user of a store, on a thread of its own: a test acts itself, lets the companion act in between, and so
 * decides the order of the two.
 *
 * <p>For one test; close it at the end.
 */
public final class Companion implements AutoCloseable {
    private static final long SETTLING_MILLIS = 200;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Companion::daemon);

    /** Starts the thread. */
    public Companion() {}

    /** Lets the companion act, waits for the end and returns the result; fails when it throws or gets stuck. */
    public <T> T does(Callable<T> act) {
        return Outcome.of(thread.submit(act)).orFail();
    }

    /**
     * Lets the companion begin an act that may have to wait for the test's own, and gives it a moment to come as far as
     * it can. Only what comes out at last is to be judged: {@link Outcome#of}.
     */
    public <T> Future<T> begins(Callable<T> act) {
        Future<T> begun = thread.submit(act);
        try {
            begun.get(SETTLING_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // It waits, or it is through: both are for the test to judge when its own act has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return begun;
    }

    /** Ends the thread, also in the middle of an act. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "companion");
        thread.setDaemon(true);
        return thread;
    }
}
