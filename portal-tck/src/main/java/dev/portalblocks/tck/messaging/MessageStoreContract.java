// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link MessageStore}: implement it in a test class and return the storage to be tested. */
@ContractOf(MessageStore.class)
public interface MessageStoreContract extends MessageWritingContract, MessageListingContract {
    /** Returns an empty storage, whose conversations keep their promises, and its domain; asked once in each test. */
    @Override
    StoreFixture<MessagingStorage> fixture();
}
