// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.memory.MemoryContentCatalog;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The memory catalog; each broken one overrides the method in which it goes wrong. */
class ForwardingContentCatalog implements ContentCatalog {
    final Memory memory = new Memory();
    final ContentCatalog inner = new MemoryContentCatalog(memory);

    @Override
    public boolean insert(Tx tx, StoredContent content) {
        return inner.insert(tx, content);
    }

    @Override
    public Optional<StoredContent> find(Tx tx, Scope scope, ContentRef ref) {
        return inner.find(tx, scope, ref);
    }

    @Override
    public Optional<StoredContent> findForUpdate(Tx tx, Scope scope, ContentRef ref) {
        return inner.findForUpdate(tx, scope, ref);
    }

    @Override
    public boolean update(Tx tx, StoredContent content) {
        return inner.update(tx, content);
    }

    @Override
    public boolean delete(Tx tx, TenantId tenant, ContentRef ref) {
        return inner.delete(tx, tenant, ref);
    }

    @Override
    public Optional<StoredContent> findEqual(
            Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts) {
        return inner.findEqual(tx, tenant, customer, facts);
    }

    @Override
    public List<StoredContent> due(Tx tx, TenantId tenant, Due due, int limit) {
        return inner.due(tx, tenant, due, limit);
    }

    @Override
    public List<StoredContent> list(Tx tx, TenantId tenant, @Nullable ContentRef after, int limit) {
        return inner.list(tx, tenant, after, limit);
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return inner.tenants(tx, after, limit);
    }

    StoreFixture<ContentCatalog> fixture() {
        return new StoreFixture<>(memory, this);
    }
}
