// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.StoredAsset;
import java.util.Comparator;
import java.util.Optional;

/** Uploaded files in memory. */
final class MemoryAssetStore implements AssetStore {
    private final MemoryTable<Key, StoredAsset> table;

    MemoryAssetStore(Memory memory) {
        table = memory.table(
                "kb.asset",
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(key -> key.content().value()));
    }

    @Override
    public boolean insert(Tx tx, StoredAsset asset) {
        return table.insert(tx, new Key(asset.tenant(), asset.asset().content()), asset);
    }

    @Override
    public Optional<StoredAsset> find(Tx tx, Scope scope, ContentRef content) {
        return table.find(tx, new Key(scope.tenant(), content));
    }

    private record Key(TenantId tenant, ContentRef content) {}
}
