// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.tx.TransactionDomain;

/** A storage with some of its parts replaced. */
public record Parts(CoreStorage others, TransactionDomain domain, ContentStore content, ContentCatalog catalog)
        implements CoreStorage {
    public Parts(CoreStorage others, TransactionDomain domain, ContentStore content) {
        this(others, domain, content, others.catalog());
    }

    @Override
    public AuditStore audit() {
        return others.audit();
    }

    @Override
    public EventStore events() {
        return others.events();
    }

    @Override
    public SubscriptionStore subscriptions() {
        return others.subscriptions();
    }

    @Override
    public IdempotencyStore idempotency() {
        return others.idempotency();
    }

    @Override
    public TenantKeyStore tenantKeys() {
        return others.tenantKeys();
    }

    @Override
    public TeamDirectory teams() {
        return others.teams();
    }

    @Override
    public MandateStore mandates() {
        return others.mandates();
    }

    @Override
    public ContentUseStore contentUses() {
        return others.contentUses();
    }
}
