// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link DocumentStore}: implement it in a test class and return the store to be tested. */
@ContractOf(DocumentStore.class)
public interface DocumentStoreContract
        extends DocumentWritingContract, DocumentLockingContract, DocumentListingContract {
    /** Returns a store without documents, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<DocumentStore> fixture();
}
