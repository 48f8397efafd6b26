// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.store;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.messaging.spi.*;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.core.TransactionDomainContract;
import dev.portalblocks.tck.messaging.*;
import java.util.Optional;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Nested;

/** All that the published kit asks of an inbox's storage and of its transactions. */
class MvStoreTest {
    private static MvMessagingStorage fresh() {
        return MvMessagingStorage.in(MVStore.open(null)); // in memory; a file's name keeps it
    }

    @Nested
    class Conversations implements ConversationStoreContract {
        @Override
        public StoreFixture<ConversationStore> fixture() {
            MvMessagingStorage storage = fresh();
            return new StoreFixture<>(storage.domain(), storage.conversations());
        }
    }

    // guide begins
    @Nested
    class Messages implements MessageStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            MvMessagingStorage storage = fresh();
            return new StoreFixture<>(storage.domain(), storage);
        }
    }
    // guide ends

    @Nested
    class Notes implements NoteStoreContract {
        @Override
        public StoreFixture<MessagingStorage> fixture() {
            MvMessagingStorage storage = fresh();
            return new StoreFixture<>(storage.domain(), storage);
        }
    }

    @Nested
    class Transactions implements TransactionDomainContract {
        @Override
        public StoreFixture<TenantKeyStore> fixture() {
            MvDomain domain = new MvDomain(MVStore.open(null), 1_000);
            return new StoreFixture<>(domain, new Keys(domain.rows("key", byte[].class)));
        }
    }

    /** The smallest store there is, to see the transactions by. */
    private record Keys(MvDomain.Rows<byte[]> rows) implements TenantKeyStore {
        @Override
        public Optional<byte[]> find(Tx tx, TenantId tenant) {
            return rows.find(tx, MvDomain.Rows.key(tenant));
        }

        @Override
        public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
            return rows.insert(tx, MvDomain.Rows.key(tenant), key) ? key : find(tx, tenant).orElseThrow();
        }
    }
}
