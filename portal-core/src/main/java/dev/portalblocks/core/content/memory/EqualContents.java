// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.memory;

import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of live contents by owner, bytes and type. */
final class EqualContents {
    private final MemoryTable<Key, String> index;

    EqualContents(Memory memory) {
        index = memory.table(
                "core.content.equal",
                Comparator.comparing(Key::tenant)
                        .thenComparing(Key::customer)
                        .thenComparing(key -> key.facts().bytes().sha256())
                        .thenComparing(key -> key.facts().bytes().size())
                        .thenComparing(key -> key.facts().mediaType())
                        .thenComparing(Key::ref));
    }

    void replace(Tx tx, @Nullable StoredContent before, @Nullable StoredContent after) {
        boolean wasLive = before != null && before.isLive();
        boolean isLive = after != null && after.isLive();
        if (before != null && wasLive && !isLive) {
            index.delete(tx, Key.of(before));
        }
        if (after != null && isLive && !wasLive) {
            index.put(tx, Key.of(after), after.ref().toString());
        }
    }

    Optional<String> find(Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts) {
        Key begin = new Key(tenant.value(), text(customer), facts, "");
        return index.after(tx, begin)
                .findFirst()
                .map(row -> row.getKey())
                .filter(key -> key.withRef("").equals(begin))
                .map(Key::ref);
    }

    /** No customer's number is empty. */
    private static String text(@Nullable CustomerId customer) {
        return customer == null ? "" : customer.value();
    }

    private record Key(String tenant, String customer, StoredContent.Facts facts, String ref) {
        static Key of(StoredContent content) {
            return new Key(
                    content.tenant().value(),
                    text(content.customer()),
                    new StoredContent.Facts(content.bytes(), content.mediaType()),
                    content.ref().toString());
        }

        Key withRef(String other) {
            return new Key(tenant, customer, facts, other);
        }
    }
}
