// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit entries to try a store with. */
final class AuditEntries {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("Acme");

    private AuditEntries() {}

    static AuditEntry entry(TenantId tenant, UUID id) {
        return new AuditEntry(
                id,
                tenant,
                Instant.parse("2027-01-01T12:00:00Z"),
                Actor.Kind.AGENT,
                "agent-1",
                "kb.article.publish",
                AuditEntry.Outcome.DONE,
                null,
                null,
                null);
    }

    /** Concerns a customer, or nobody (null). */
    static AuditEntry of(@Nullable CustomerId customer, AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.tenant(),
                entry.at(),
                entry.actorKind(),
                entry.actor(),
                entry.operation(),
                entry.outcome(),
                entry.subject(),
                customer,
                entry.onBehalfOf());
    }

    static void append(StoreFixture<AuditStore> audit, AuditEntry entry) {
        audit.change((tx, store) -> store.append(tx, entry));
    }

    /** Lists by pages, each in a transaction of its own. */
    static List<AuditEntry> list(StoreFixture<AuditStore> audit, Scope scope, int limit) {
        return list(audit, scope, limit, number -> {});
    }

    static List<AuditEntry> list(StoreFixture<AuditStore> audit, Scope scope, int limit, Pages.Between between) {
        return Pages.walk(
                limit,
                (after, size) -> audit.read((tx, store) -> store.list(tx, scope, after, size)),
                entry -> Keyset.ofId(entry.id()),
                between);
    }

    /** Lists all of acme's at once. */
    static List<AuditEntry> all(StoreFixture<AuditStore> audit) {
        return audit.read((tx, store) -> store.list(tx, Scope.wholeTenant(ACME), null, 1_000));
    }

    static List<AuditEntry> sorted(List<AuditEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing((AuditEntry entry) -> entry.id().toString()))
                .toList();
    }
}
