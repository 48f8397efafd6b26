// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link FaqEntryStore}: implement it in a test class and return the store to be tested. */
@ContractOf(FaqEntryStore.class)
public interface FaqEntryStoreContract
        extends FaqEntryWritingContract, FaqEntryLockingContract, FaqEntryListingContract {
    /** Returns a store without entries, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<FaqEntryStore> fixture();
}
