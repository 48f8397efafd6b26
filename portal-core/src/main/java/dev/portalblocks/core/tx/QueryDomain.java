// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx;

import java.util.function.Function;

/**
 * A domain that answers one query at less cost than a transaction has: its beginning and its end are spared. An extra
 * ability of domains whose transactions have such ends.
 *
 * <p>Thread-safe.
 */
public interface QueryDomain extends TransactionDomain {
    /**
     * Runs work that reads with one statement, which sees all that was committed before the call and nothing of what was not. A
     * second statement of the work may see a later state. For the rest as {@link #read}: writes are refused, and while a
     * host's transaction is joined on this thread the work is a part of it.
     */
    <R> R query(Function<Tx, R> work);
}
