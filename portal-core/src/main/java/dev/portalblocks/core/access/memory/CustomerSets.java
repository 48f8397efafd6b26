// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access.memory;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.Set;

/**
 * A set for each customer.
 *
 * @param <T> what is in it
 */
final class CustomerSets<T> {
    private final MemoryTable<Key, Set<T>> sets;

    CustomerSets(Memory memory, String table) {
        sets = memory.table(
                table,
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(key -> key.customer().value()));
    }

    void put(Tx tx, TenantId tenant, CustomerId customer, Set<T> all) {
        sets.put(tx, new Key(tenant, customer), Set.copyOf(all));
    }

    Set<T> of(Tx tx, TenantId tenant, CustomerId customer) {
        return sets.find(tx, new Key(tenant, customer)).orElse(Set.of());
    }

    private record Key(TenantId tenant, CustomerId customer) {}
}
