// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredArticle;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one table of articles, which the editors' store and the readers' look at. */
final class ArticleRows {
    /** A tenant's article, in the order of the text of its id. */
    record Key(TenantId tenant, Keyset place) {
        static Key of(TenantId tenant, ArticleId id) {
            return new Key(tenant, Keyset.ofId(id));
        }
    }

    private final MemoryTable<Key, StoredArticle> table;

    ArticleRows(Memory memory) {
        table = memory.table(
                "kb.article",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::place));
    }

    MemoryTable<Key, StoredArticle> table() {
        return table;
    }

    Stream<StoredArticle> ofTenant(Tx tx, TenantId tenant, @Nullable Keyset after) {
        Keyset place = after == null ? new Keyset("", "") : after;
        return table.after(tx, new Key(tenant, place))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }
}
