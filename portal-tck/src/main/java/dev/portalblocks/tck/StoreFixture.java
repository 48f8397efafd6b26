// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * What a contract needs of a store whose methods take a transaction: the store, and the domain it belongs to.
 *
 * @param domain begins and commits the transactions
 * @param store is tested
 * @param <S> the SPI
 */
public record StoreFixture<S>(TransactionDomain domain, S store) {
    /** Runs the work in a writing transaction of its own, commits it and returns what it returned. */
    public <R> R write(BiFunction<Tx, S, R> work) {
        return domain.write(tx -> work.apply(tx, store));
    }

    /** Runs the work in a writing transaction of its own and commits it. */
    public void change(BiConsumer<Tx, S> work) {
        domain.write(tx -> {
            work.accept(tx, store);
            return true;
        });
    }

    /** Runs the work in a reading transaction of its own and returns what it returned. */
    public <R> R read(BiFunction<Tx, S, R> work) {
        return domain.read(tx -> work.apply(tx, store));
    }

    /** Runs the work in a writing transaction that is rolled back at its end. */
    public void rollBack(BiConsumer<Tx, S> work) {
        try {
            change((tx, s) -> {
                work.accept(tx, s);
                throw new RolledBack();
            });
        } catch (RolledBack e) {
            // as intended
        }
    }

    /** Ends a transaction without a commit. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RolledBack() {
            super("rolled back by the test", null, false, false);
        }
    }
}
