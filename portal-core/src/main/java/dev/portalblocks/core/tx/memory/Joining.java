// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.function.Supplier;

/** Whether other work may take part in a transaction, and whether some does now: one at a time. */
final class Joining {

    private final boolean possible;
    private boolean open;
    private boolean taken;

    /** Is closed at first, and for good where joining is not possible. */
    Joining(boolean possible) {
        this.possible = possible;
    }

    /** Lets others in while the host's work runs. */
    <R> R host(Supplier<R> work) {
        if (!possible || open) {
            throw nested();
        }
        open = true;
        try {
            return work.get();
        } finally {
            open = false;
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Refuses where nobody was let in, or where somebody is in already. */
    void requireRoom() {
        if (!open || taken) {
            throw nested();
        }
    }

    /** Runs work that takes part. */
    <R> R guest(Supplier<R> work) {
        requireRoom();
        taken = true;
        try {
            return work.get();
        } finally {
            taken = false;
        }
    }

    private static IllegalStateException nested() {
        return new IllegalStateException("Transactions do not nest");
    }
}
