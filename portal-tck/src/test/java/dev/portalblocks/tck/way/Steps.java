// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that the library takes in what it was handed (stores, transactions, policy, clock, randomness), in their
 * order. A test can have the n-th of them fail. Watches one thread; does nothing between {@link #stop} and
 * {@link #watch}.
 */
final class Steps {
    /** When, relative to what the call does. */
    enum Moment {
        /** Nothing has happened yet. */
        BEFORE,
        /** It has happened, and the caller does not know. */
        AFTER,
        /** The work of a writing transaction is done, and nothing of it committed. */
        COMMITTING,
        /** A writing transaction is committed, and the caller does not know. */
        COMMITTED,
        /** A transaction has ended, well or badly: nothing fails here. */
        ENDED
    }

    /**
     * One step.
     *
     * @param spi whose method
     * @param method its name
     * @param moment when
     */
    record Step(Class<?> spi, String method, Moment moment) {
        String call() {
            return spi.getSimpleName() + "." + method;
        }

        boolean isOf(String call, Moment when) {
            return call().equals(call) && moment == when;
        }

        @Override
        public String toString() {
            return moment + " " + call();
        }
    }

    private final List<Step> taken = new ArrayList<>();
    private boolean watching;
    private int failing;
    private int passed;
    private @Nullable Fault fault;
    private @Nullable Step struck;

    /** Begins to watch, from the first step. */
    void watch() {
        failAt(0, null);
    }

    /** Begins to watch, and has the n-th step fail; 1 is the first. */
    void failAt(int n, @Nullable Fault with) {
        taken.clear();
        struck = null;
        passed = 0;
        failing = n;
        fault = with;
        watching = true;
    }

    /** Ends watching; what was taken stays to be read. */
    void stop() {
        watching = false;
    }

    void pass(Class<?> spi, String method, Moment moment) {
        if (!watching) {
            return;
        }
        Step step = new Step(spi, method, moment);
        taken.add(step);
        if (moment != Moment.ENDED && ++passed == failing && fault != null) {
            struck = step;
            fault.strike();
        }
    }

    /** Returns the steps since the watch began. */
    List<Step> taken() {
        return List.copyOf(taken);
    }

    /** Returns the calls since the watch began, in their order. */
    List<String> calls() {
        return taken.stream()
                .filter(step -> step.moment() == Moment.BEFORE)
                .map(Step::call)
                .toList();
    }

    /** Returns the step that failed; null when the run ended before. */
    @Nullable
    Step struck() {
        return struck;
    }
}
