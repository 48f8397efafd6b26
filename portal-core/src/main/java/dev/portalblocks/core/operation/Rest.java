// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets a thread rest before it tries again what has failed; a test hands in one that only notes how long. Thread-safe. */
@FunctionalInterface
public interface Rest {
    /**
     * Returns after about this long, or earlier where the thread is interrupted, whose mark then stays set. Nothing is held
     * meanwhile: no transaction, no connection, no lock.
     */
    void take(Duration length);

    /** Returns what has the thread sleep. */
    static Rest sleeping() {
        return length -> LockSupport.parkNanos(length.toNanos());
    }
}
