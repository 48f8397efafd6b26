// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.memory;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The one table of entries, which the editors' store and the readers' look at. */
final class FaqEntryRows {
    /** Where entries stand in their sections. */
    static final Comparator<FaqPlace> IN_ORDER =
            Comparator.comparing((FaqPlace place) -> place.section().toString()).thenComparing(FaqPlace::position);

    private final MemoryTable<Key, StoredFaqEntry> table;

    FaqEntryRows(Memory memory) {
        table = memory.table(
                "faq.entry",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id));
    }

    MemoryTable<Key, StoredFaqEntry> table() {
        return table;
    }

    /** Returns a tenant's entries behind the text of an id. */
    Stream<StoredFaqEntry> behind(Tx tx, TenantId tenant, String id) {
        return table.after(tx, new Key(tenant, id))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }

    /** A tenant's entry, in the order of the text of its id. */
    record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, FaqEntryId id) {
            return new Key(tenant, id.toString());
        }
    }
}
