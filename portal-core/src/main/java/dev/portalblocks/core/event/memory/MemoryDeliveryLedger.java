// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event.memory;

import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.LastAdmitted;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a receiver has had, in the receiver's memory. */
public final class MemoryDeliveryLedger implements DeliveryLedger {
    private final MemoryTable<Key, LastAdmitted> last;

    /** Keeps it in this memory. */
    public MemoryDeliveryLedger(Memory memory) {
        last = memory.table(
                "ledger",
                Comparator.comparing(Key::subscription, MemoryLanes.BY_SUBSCRIPTION)
                        .thenComparing(Key::lane));
    }

    @Override
    public boolean admits(Tx tx, Subscription subscription, ObjectRef lane, long sequence, UUID event) {
        Key key = new Key(subscription, lane.toString());
        Optional<LastAdmitted> known = last.findForUpdate(tx, key);
        boolean isFirst = known.isEmpty() || known.get().admits(sequence, event);
        if (isFirst) {
            last.put(
                    tx,
                    key,
                    known.map(before -> before.then(sequence, event))
                            .orElseGet(() -> LastAdmitted.first(sequence, event)));
        }
        return isFirst;
    }

    @Override
    public void forget(Tx tx, Subscription subscription) {
        last.after(tx, new Key(subscription, ""))
                .map(Map.Entry::getKey)
                .takeWhile(key -> key.subscription().equals(subscription))
                .toList()
                .forEach(key -> last.delete(tx, key));
    }

    /** A lane by its text; the empty one stands before all. */
    private record Key(Subscription subscription, String lane) {}
}
