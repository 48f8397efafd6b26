// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.SubscriptionStore;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.tx.TransactionDomain;

/** What core stores, as one bundle: its stores share a transaction domain. */
public interface CoreStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of audit entries. */
    AuditStore audit();

    /** Returns the log of events. */
    EventStore events();

    /** Returns the store of how far subscribers have come. */
    SubscriptionStore subscriptions();

    /** Returns the store of idempotency keys. */
    IdempotencyStore idempotency();

    /** Returns the store of tenants' keys. */
    TenantKeyStore tenantKeys();

    /** Returns who is in which team. */
    TeamDirectory teams();

    /** Returns the store of mandates. */
    MandateStore mandates();

    /** Returns where bytes are kept; they are no part of the domain. */
    ContentStore content();

    /** Returns the store of what is known of bytes. */
    ContentCatalog catalog();

    /** Returns the store of who uses bytes. */
    ContentUseStore contentUses();
}
