// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.RevisionStore;
import dev.portalblocks.kb.spi.StoredRevision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revisions in memory. */
final class MemoryRevisionStore implements RevisionStore {
    private final MemoryTable<Key, StoredRevision> table;

    MemoryRevisionStore(Memory memory) {
        table = memory.table(
                "kb.revision",
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(key -> key.article().value())
                        .thenComparing(Key::place));
    }

    @Override
    public boolean append(Tx tx, StoredRevision revision) {
        Keyset place = RevisionStore.place(revision.revision().number());
        return table.insert(tx, new Key(revision.tenant(), revision.article(), place), revision);
    }

    @Override
    public Optional<StoredRevision> find(Tx tx, Scope scope, ArticleId article, long number) {
        return table.find(tx, new Key(scope.tenant(), article, RevisionStore.place(number)))
                .filter(revision -> scope.covers(revision.label()));
    }

    @Override
    public List<StoredRevision> list(Tx tx, Scope scope, ArticleId article, @Nullable Keyset after, int limit) {
        Key start = new Key(scope.tenant(), article, after == null ? new Keyset("", "") : after);
        return table.after(tx, start)
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant())
                        && row.getKey().article().equals(article))
                .map(Map.Entry::getValue)
                .filter(revision -> scope.covers(revision.label()))
                .limit(limit)
                .toList();
    }

    private record Key(TenantId tenant, ArticleId article, Keyset place) {}
}
