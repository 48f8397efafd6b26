// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of stored bytes, in memory. */
public final class MemoryContentCatalog implements ContentCatalog {
    private final MemoryTable<Key, StoredContent> rows;
    private final EqualContents equal;
    private final DueContents due;

    /** Keeps the rows in this memory. */
    public MemoryContentCatalog(Memory memory) {
        // by the text of the reference, because that is the order of list; UUIDs themselves compare as signed numbers
        rows = memory.table("core.content", Comparator.comparing(Key::tenant).thenComparing(Key::ref));
        equal = new EqualContents(memory);
        due = new DueContents(memory);
    }

    @Override
    public boolean insert(Tx tx, StoredContent content) {
        boolean isNew = rows.insert(tx, Key.of(content), content);
        if (isNew) {
            equal.replace(tx, null, content);
            due.replace(tx, null, content);
        }
        return isNew;
    }

    @Override
    public Optional<StoredContent> find(Tx tx, Scope scope, ContentRef ref) {
        return rows.find(tx, new Key(scope.tenant().value(), ref.toString()))
                .filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<StoredContent> findForUpdate(Tx tx, Scope scope, ContentRef ref) {
        // foreign rows are not locked: their owner never changes, so it can be asked before
        return find(tx, scope, ref).flatMap(found -> rows.findForUpdate(tx, Key.of(found)));
    }

    @Override
    public boolean update(Tx tx, StoredContent content) {
        Key key = Key.of(content);
        Optional<StoredContent> before =
                rows.findForUpdate(tx, key).filter(now -> now.version() == content.version() - 1);
        before.ifPresent(now -> {
            rows.put(tx, key, content);
            equal.replace(tx, now, content);
            due.replace(tx, now, content);
        });
        return before.isPresent();
    }

    @Override
    public boolean delete(Tx tx, TenantId tenant, ContentRef ref) {
        Key key = new Key(tenant.value(), ref.toString());
        Optional<StoredContent> before = rows.findForUpdate(tx, key);
        before.ifPresent(now -> {
            rows.delete(tx, key);
            equal.replace(tx, now, null);
            due.replace(tx, now, null);
        });
        return before.isPresent();
    }

    @Override
    public Optional<StoredContent> findEqual(
            Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts) {
        return equal.find(tx, tenant, customer, facts)
                .flatMap(ref -> rows.find(tx, new Key(tenant.value(), ref)))
                .filter(StoredContent::isLive);
    }

    @Override
    public List<StoredContent> due(Tx tx, TenantId tenant, Due until, int limit) {
        return due.find(tx, tenant, until)
                .flatMap(ref -> rows.find(tx, new Key(tenant.value(), ref)).stream())
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredContent> list(Tx tx, TenantId tenant, @Nullable ContentRef after, int limit) {
        String place = after == null ? "" : after.toString();
        return rows.after(tx, new Key(tenant.value(), place))
                .takeWhile(row -> row.getKey().tenant().equals(tenant.value()))
                .map(Map.Entry::getValue)
                .limit(limit)
                .toList();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        List<TenantId> tenants = new ArrayList<>();
        Optional<String> next = tenantBehind(tx, after);
        while (next.isPresent() && tenants.size() < limit) {
            tenants.add(TenantId.of(next.get()));
            next = tenantBehind(tx, next.get());
        }
        return tenants;
    }

    private Optional<String> tenantBehind(Tx tx, String tenant) {
        // no reference is as long as this
        return rows.after(tx, new Key(tenant, "\uffff"))
                .findFirst()
                .map(row -> row.getKey().tenant());
    }

    private record Key(String tenant, String ref) {
        static Key of(StoredContent content) {
            return new Key(content.tenant().value(), content.ref().toString());
        }
    }
}
