// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is kept at a moment.
 *
 * @param tables the rows of each table
 */
record Kept(Map<String, List<Object>> tables) {
    private static final String AUDIT = "core.audit";
    private static final String CONTENT = "core.content";
    private static final String KEYS = "core.tenant-key";
    private static final String BYTES = "bytes";

    /** Leaves out tenants' keys, which are made on first use in a transaction of their own, whatever becomes of the call. */
    static Kept in(Composition composition) {
        Map<String, List<Object>> tables = new TreeMap<>(composition.memory.contents());
        tables.remove(KEYS);
        List<Object> bytes = new ArrayList<>();
        for (TenantId tenant : composition.tenants()) {
            composition.bytesOf(tenant).forEach(reference -> bytes.add(Map.entry(tenant, reference)));
        }
        tables.put(BYTES, bytes);
        tables.values().removeIf(List::isEmpty);
        return new Kept(tables);
    }

    /** Returns the audit entries of all tenants; those of one tenant are in their order. */
    List<AuditEntry> audit() {
        return rows(AUDIT)
                .map(row -> (AuditEntry) ((Map.Entry<?, ?>) row).getValue())
                .toList();
    }

    /** Returns the audit entries that an earlier state does not have. */
    List<AuditEntry> auditSince(Kept earlier) {
        Set<UUID> known = earlier.audit().stream().map(AuditEntry::id).collect(Collectors.toSet());
        return audit().stream().filter(entry -> !known.contains(entry.id())).toList();
    }

    /** Returns how many contents are dying: the next sweep takes them. */
    long dying() {
        return rows(CONTENT)
                .map(row -> (StoredContent) ((Map.Entry<?, ?>) row).getValue())
                .filter(content -> content.state() == ContentState.DYING)
                .count();
    }

    /** Returns everything but the audit entries. */
    Map<String, List<Object>> withoutAudit() {
        Map<String, List<Object>> rest = new TreeMap<>(tables);
        rest.remove(AUDIT);
        return rest;
    }

    /** Returns what belongs to one tenant. */
    Map<String, List<Object>> of(TenantId tenant) {
        Map<String, List<Object>> own = new TreeMap<>();
        tables.forEach((name, rows) -> own.put(
                name,
                rows.stream()
                        .filter(row ->
                                ((Map.Entry<?, ?>) row).getKey().toString().contains(tenant.value()))
                        .toList()));
        own.values().removeIf(List::isEmpty);
        return own;
    }

    /** Returns by how many rows each table has grown since an earlier state; nothing of those that have not. */
    Map<String, Integer> growthSince(Kept earlier) {
        Map<String, Integer> growth = new TreeMap<>();
        tables.forEach((name, rows) -> growth.merge(name, rows.size(), Integer::sum));
        earlier.tables.forEach((name, rows) -> growth.merge(name, -rows.size(), Integer::sum));
        growth.values().removeIf(rows -> rows == 0);
        return growth;
    }

    Stream<Object> rows(String table) {
        return tables.getOrDefault(table, List.of()).stream();
    }
}
