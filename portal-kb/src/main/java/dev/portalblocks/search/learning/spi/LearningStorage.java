// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.tx.TransactionDomain;

/** What learning stores, as one bundle. */
public interface LearningStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of searches of the last half hour. */
    SearchTraceStore traces();

    /** Returns the store of how often what was asked. */
    QueryCountStore counts();
}
