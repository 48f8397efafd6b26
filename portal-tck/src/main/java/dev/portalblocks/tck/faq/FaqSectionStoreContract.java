// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link FaqSectionStore}: implement it in a test class and return the store to be tested. */
@ContractOf(FaqSectionStore.class)
public interface FaqSectionStoreContract extends FaqSectionWritingContract, FaqSectionLockingContract {
    /** Returns a store without sections, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<FaqSectionStore> fixture();
}
