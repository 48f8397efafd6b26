// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewSecret;
import dev.portalblocks.kb.spi.ViewStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Views that are not yet counted, in memory. */
final class MemoryViewStore implements ViewStore {
    private record Day(TenantId tenant, LocalDate day) {}

    private final ViewRows rows;
    private final MemoryTable<Day, StoredViewSecret> secrets;

    MemoryViewStore(Memory memory, ViewRows rows) {
        this.rows = rows;
        secrets = memory.table(
                "kb.view-secret",
                Comparator.comparing((Day key) -> key.tenant().value()).thenComparing(Day::day));
    }

    @Override
    public String secret(Tx tx, StoredViewSecret fresh) {
        Day day = new Day(fresh.tenant(), fresh.day());
        return secrets.find(tx, day)
                .or(() -> {
                    secrets.insert(tx, day, fresh);
                    return secrets.find(tx, day);
                })
                .orElseThrow()
                .secret();
    }

    @Override
    public int dropSecrets(Tx tx, TenantId tenant, LocalDate before) {
        List<Day> ended = secrets.from(tx, new Day(tenant, LocalDate.MIN))
                .map(Map.Entry::getKey)
                .takeWhile(day -> day.tenant().equals(tenant) && day.day().isBefore(before))
                .toList();
        return (int) ended.stream().filter(day -> secrets.delete(tx, day)).count();
    }

    @Override
    public boolean add(Tx tx, StoredView view) {
        return rows.table().insert(tx, ViewRows.Key.of(view), view);
    }

    /** Another transaction may have taken one before its lock was given to this one. */
    @Override
    public List<StoredView> takeEnded(Tx tx, TenantId tenant, LocalDate before, int limit) {
        List<StoredView> ended = rows.ofTenant(tx, tenant)
                .filter(view -> view.day().isBefore(before))
                .sorted(Comparator.comparing(StoredView::day).thenComparing(StoredView::key))
                .limit(limit)
                .toList();
        return ended.stream()
                .filter(view -> rows.table().delete(tx, ViewRows.Key.of(view)))
                .toList();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        Stream<TenantId> seen = rows.table().all(tx).map(row -> row.getKey().tenant());
        Stream<TenantId> secret = secrets.all(tx).map(row -> row.getKey().tenant());
        return Stream.concat(seen, secret)
                .distinct()
                .filter(tenant -> tenant.value().compareTo(after) > 0)
                .sorted(Comparator.comparing(TenantId::value))
                .limit(limit)
                .toList();
    }
}
