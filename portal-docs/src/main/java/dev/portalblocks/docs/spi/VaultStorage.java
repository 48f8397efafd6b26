// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.spi;

import dev.portalblocks.core.tx.TransactionDomain;

/** What the vault stores, as one bundle: its stores share a transaction domain. The bytes themselves are core's. */
public interface VaultStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of folders. */
    FolderStore folders();

    /** Returns the store of documents. */
    DocumentStore documents();

    /** Returns the store of their versions. */
    VersionStore versions();
}
