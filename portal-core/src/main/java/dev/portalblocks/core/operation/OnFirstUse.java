// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a thing when it is first asked for. Starting the validation's provider and the JSON mapper takes most of a cold
 * process's first second; a process that only reads needs neither.
 *
 * <p>Thread-safe; the thing is made once.
 */
final class OnFirstUse<T> {
    private final Supplier<T> make;
    private volatile @Nullable T made;

    OnFirstUse(Supplier<T> make) {
        this.make = make;
    }

    T get() {
        T known = made;
        return known != null ? known : makeOnce();
    }

    private synchronized T makeOnce() {
        T known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }

    /** Gives the thing to this, if it was ever made. */
    void ifMade(Consumer<T> end) {
        T known = made;
        if (known != null) {
            end.accept(known);
        }
    }
}
