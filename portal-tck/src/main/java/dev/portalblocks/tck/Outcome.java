// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How a call on another thread ended.
 *
 * @param value what it returned
 * @param failure what it threw; null when it returned
 * @param <T> what the call returns
 */
public record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {
    /** How long a call may take before it counts as stuck. */
    static final long PATIENCE_SECONDS = 60;

    /** Returns whether the call returned. */
    public boolean isSuccess() {
        return failure == null;
    }

    /** Waits for the call; fails when it is still under way after 60 seconds. */
    public static <T> Outcome<T> of(Future<T> call) {
        try {
            return new Outcome<>(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS), null);
        } catch (ExecutionException e) {
            return new Outcome<>(null, e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("A call is still waiting after " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a call", e);
        }
    }

    /** Returns what the call returned; fails with what it threw as cause. */
    public T orFail() {
        T result = value;
        if (failure != null || result == null) {
            throw new AssertionError("A call on another thread failed: " + failure, failure);
        }
        return result;
    }
}
