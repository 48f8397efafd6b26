// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.tx.TransactionDomain;

/** What editors' synonyms are kept in, as one bundle. */
public interface SynonymStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of rules. */
    SynonymStore rules();
}
