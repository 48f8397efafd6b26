// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link SynonymStore}: implement it in a test class and return the store to be tested. */
@ContractOf(SynonymStore.class)
public interface SynonymStoreContract extends SynonymWritingContract, SynonymLockingContract, SynonymLookupContract {
    /** Returns a store without rules, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<SynonymStore> fixture();
}
