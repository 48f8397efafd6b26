// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.function.Supplier;

/** Whether other work may take part in a transaction, and whether some does now: one at a time. */
final class Joining {

    private boolean open;
    private boolean running;
    private boolean reading;

    /** Returns whether the host lets others in. */
    boolean isOpen() {
        return open;
    }

    /** Returns whether work that only reads takes part now. */
    boolean isReading() {
        return reading;
    }

    /** Lets others in while the host's work runs. */
    <R> R host(Supplier<R> work) {
        if (open) {
            throw nested();
        }
        open = true;
        try {
            return work.get();
        } finally {
            open = false;
        }
    }

    /** Refuses where nobody was let in, or where somebody is in already. */
    void requireRoom() {
        if (!open || running) {
            throw nested();
        }
    }

    /** Runs work that takes part. */
    <R> R guest(boolean readOnly, Supplier<R> work) {
        requireRoom();
        running = true;
        reading = readOnly;
        try {
            return work.get();
        } finally {
            running = false;
            reading = false;
        }
    }

    private static IllegalStateException nested() {
        return new IllegalStateException("Transactions do not nest");
    }
}
