// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link ConversationStore}: implement it in a test class and return the store to be tested. */
@ContractOf(ConversationStore.class)
public interface ConversationStoreContract
        extends ConversationWritingContract, ConversationLockingContract, ConversationListingContract {
    /** Returns a store without conversations, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<ConversationStore> fixture();
}
