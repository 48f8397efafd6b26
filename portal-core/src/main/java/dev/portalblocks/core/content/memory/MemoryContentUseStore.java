// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.memory;

import dev.portalblocks.core.content.ContentUse;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;

/** Who uses stored bytes, in memory. */
public final class MemoryContentUseStore implements ContentUseStore {
    private final MemoryTable<Key, ContentUse> uses;

    /** Keeps the uses in this memory. */
    public MemoryContentUseStore(Memory memory) {
        uses = memory.table(
                "core.content-use",
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(key -> key.ref().value())
                        .thenComparing(Key::user));
    }

    @Override
    public boolean add(Tx tx, ContentUse use) {
        return uses.insert(tx, Key.of(use), use);
    }

    @Override
    public boolean remove(Tx tx, ContentUse use) {
        return uses.delete(tx, Key.of(use));
    }

    @Override
    public boolean isUsed(Tx tx, TenantId tenant, ContentRef ref) {
        return uses.after(tx, new Key(tenant, ref, ""))
                .findFirst()
                .filter(row -> row.getKey().tenant().equals(tenant)
                        && row.getKey().ref().equals(ref))
                .isPresent();
    }

    private record Key(TenantId tenant, ContentRef ref, String user) {
        static Key of(ContentUse use) {
            return new Key(use.tenant(), use.ref(), use.user().toString());
        }
    }
}
