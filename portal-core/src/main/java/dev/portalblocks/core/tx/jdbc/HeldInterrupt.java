// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

/**
 * Takes the mark of an interruption off a thread while it works on H2, and puts it back at the end. H2 reads its file in the
 * thread that asks, and Java closes a file that a marked thread touches: the database is closed then, for all threads. An
 * interruption that comes in the middle can't be held off; a URL that begins with {@code jdbc:h2:async:} bears it.
 */
final class HeldInterrupt implements AutoCloseable {
    private final boolean holds;
    private boolean marked;

    HeldInterrupt(Dialect dialect) {
        holds = dialect == Dialect.H2;
        takeOff();
    }

    /** Takes off what was put on since, by what was called meanwhile. */
    void takeOff() {
        if (holds && Thread.interrupted()) {
            marked = true;
        }
    }

    @Override
    public void close() {
        if (marked) {
            Thread.currentThread().interrupt();
        }
    }
}
