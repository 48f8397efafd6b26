// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.tx.TransactionDomain;

/** What the FAQ stores, as one bundle. */
public interface FaqStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of sections. */
    FaqSectionStore sections();

    /** Returns the store of entries. */
    FaqEntryStore entries();
}
