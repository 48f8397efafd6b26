// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PortalException;
import org.jspecify.annotations.Nullable;

/** What a call into the surroundings throws when a test wants it to. */
enum Fault {
    /** A defect of whoever wrote the store. */
    DEFECT {
        @Override
        void strike() {
            throw new IllegalStateException(PLANTED);
        }

        @Override
        boolean isIn(@Nullable Throwable thrown) {
            return thrown instanceof IllegalStateException && PLANTED.equals(thrown.getMessage());
        }
    },
    /** Storage that says itself that it failed; no retry is of use. */
    STORAGE {
        @Override
        void strike() {
            throw new PortalException.StorageFailure(PLANTED, false, null);
        }

        @Override
        boolean isIn(@Nullable Throwable thrown) {
            return thrown instanceof PortalException.StorageFailure failure
                    && failure.code().equals(PLANTED);
        }
    },
    /** The machine is at its end. */
    ERROR {
        @Override
        void strike() {
            throw new OutOfMemoryError(PLANTED);
        }

        @Override
        boolean isIn(@Nullable Throwable thrown) {
            return thrown instanceof OutOfMemoryError && PLANTED.equals(thrown.getMessage());
        }
    };

    private static final String PLANTED = "planted.fault";

    /** Throws. */
    abstract void strike();

    /** Returns whether this is what {@link #strike} threw. */
    abstract boolean isIn(@Nullable Throwable thrown);
}
