// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.spi.StoredView;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The one table of views that are not yet counted. */
final class ViewRows {
    /** A tenant's key of a reader. */
    record Key(TenantId tenant, String key) {
        static Key of(StoredView view) {
            return new Key(view.tenant(), view.key());
        }
    }

    private final MemoryTable<Key, StoredView> table;

    ViewRows(Memory memory) {
        table = memory.table(
                "kb.view",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::key));
    }

    MemoryTable<Key, StoredView> table() {
        return table;
    }

    Stream<StoredView> ofTenant(Tx tx, TenantId tenant) {
        return table.from(tx, new Key(tenant, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }
}
