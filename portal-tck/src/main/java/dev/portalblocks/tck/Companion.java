// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A second user of a store, on a thread of its own: a test acts itself, lets the companion act in between, and so
 * decides the order of the two.
 *
 * <p>For one test; close it at the end.
 */
public final class Companion implements AutoCloseable {
    private static final long LOOK_MILLIS = 10;
    private static final int LOOKS = 20;

    private final AtomicReference<Thread> actor = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Companion::daemon);

    /** Starts the thread. */
    public Companion() {}

    /** Lets the companion act, waits for the end and returns the result; fails when it throws or gets stuck. */
    public <T> T does(Callable<T> act) {
        return Outcome.of(thread.submit(act)).orFail();
    }

    /**
     * Lets the companion begin an act that may have to wait for the test's own, and gives it a moment to come as far as
     * it can: until it is through, or is seen twice in a row waiting at the same place, or 200 milliseconds are over. Only
     * what comes out at last is to be judged: {@link Outcome#of}.
     */
    public <T> Future<T> begins(Callable<T> act) {
        actor.set(null);
        Future<T> begun = thread.submit(() -> {
            actor.set(Thread.currentThread());
            return act.call();
        });
        List<StackTraceElement> before = List.of();
        for (int look = 0; look < LOOKS && !isThroughBeforeTheNextLook(begun); look++) {
            List<StackTraceElement> now = waitsAt();
            if (!now.isEmpty() && now.equals(before)) {
                break;
            }
            before = now;
        }
        return begun;
    }

    private static boolean isThroughBeforeTheNextLook(Future<?> begun) {
        try {
            begun.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true; // how it ended is for the test to judge when its own act has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns where the companion waits for somebody; empty while it works, and while it waits for a server. */
    private List<StackTraceElement> waitsAt() {
        Thread acting = actor.get();
        if (acting == null || acting.getState() == Thread.State.RUNNABLE) {
            return List.of();
        }
        return List.of(acting.getStackTrace());
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
