// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.faq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.faq.jdbc.JdbcFaqEntryStore;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import dev.portalblocks.tck.jdbc.Databases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JdbcFaqEntryStoreTest {
    /** Not even where a scope admits every audience. */
    @Test
    void whatIsForNobodyIsAbsentToEverybody() {
        StoredFaqEntry some = FaqRows.entry(Seed.random());
        StoredFaqEntry entry = FaqRows.entry(some.id(), some.place());
        for (Databases database : Databases.values()) {
            StoreFixture<FaqEntryStore> entries = database.fixture(JdbcFaqEntryStore::new);
            entries.change((tx, store) -> {
                assertThat(store.insert(tx, entry)).isTrue();
                assertThat(store.find(tx, FaqRows.ALL, entry.id())).isEmpty();
                assertThat(store.list(tx, FaqRows.ALL, null, 10)).isEmpty();
                assertThat(store.delete(tx, FaqRows.ALL, entry.id())).isFalse();
            });
        }
    }

    @Nested
    class OnH2 implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return Databases.H2.fixture(JdbcFaqEntryStore::new);
        }
    }

    @Nested
    class OnPostgres implements FaqEntryStoreContract {
        @Override
        public StoreFixture<FaqEntryStore> fixture() {
            return Databases.POSTGRESQL.fixture(JdbcFaqEntryStore::new);
        }
    }
}
