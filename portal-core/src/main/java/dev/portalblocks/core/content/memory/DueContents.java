// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.memory;

import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The index of contents that nobody uses by when they were touched: which of them may have to go. */
final class DueContents {
    private final MemoryTable<Key, ContentState> index;

    DueContents(Memory memory) {
        index = memory.table(
                "core.content.due",
                Comparator.comparing(Key::tenant).thenComparing(Key::touchedAt).thenComparing(Key::ref));
    }

    void replace(Tx tx, @Nullable StoredContent before, @Nullable StoredContent after) {
        if (before != null && mayGo(before)) {
            index.delete(tx, Key.of(before));
        }
        if (after != null && mayGo(after)) {
            index.put(tx, Key.of(after), after.state());
        }
    }

    /** Returns the references that may have to go, the longest untouched first. */
    Stream<String> find(Tx tx, TenantId tenant, ContentCatalog.Due until) {
        return index.after(tx, new Key(tenant.value(), Instant.MIN, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant.value()))
                .filter(row -> isDue(row.getValue(), row.getKey().touchedAt(), until))
                .map(row -> row.getKey().ref());
    }

    private static boolean isDue(ContentState state, Instant touchedAt, ContentCatalog.Due until) {
        return switch (state) {
            case DYING -> true;
            case STAGED -> !touchedAt.isAfter(until.stagedBefore());
            case LIVE -> !touchedAt.isAfter(until.unusedBefore());
        };
    }

    private static boolean mayGo(StoredContent content) {
        return !content.isLive() || content.uses() == 0;
    }

    private record Key(String tenant, Instant touchedAt, String ref) {
        static Key of(StoredContent content) {
            return new Key(
                    content.tenant().value(), content.touchedAt(), content.ref().toString());
        }
    }
}
