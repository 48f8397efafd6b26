// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link FolderStore}: implement it in a test class and return the store to be tested. */
@ContractOf(FolderStore.class)
public interface FolderStoreContract extends FolderWritingContract, FolderLockingContract, FolderTreeContract {
    /** Returns a store without folders, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<FolderStore> fixture();
}
