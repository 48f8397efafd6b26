// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.audit.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Audit entries in a table. */
public final class JdbcAuditStore implements AuditStore {
    private final Database db;

    /** Keeps the entries in this database. */
    public JdbcAuditStore(Database db) {
        this.db = db;
    }

    @Override
    public void append(Tx tx, AuditEntry entry) {
        ObjectRef subject = entry.subject();
        CustomerId customer = entry.customer();
        boolean isNew = db.sql(
                        tx,
                        "INSERT INTO @audit (tenant, id, made_at, actor_kind, operation, outcome, subject, customer,"
                                + " sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        entry.tenant().value(),
                        entry.id(),
                        entry.at(),
                        entry.actorKind().name(),
                        entry.operation(),
                        entry.outcome().name(),
                        subject == null ? null : subject.toString(),
                        customer == null ? null : customer.value(),
                        db.json().bytes(Sealed.of(entry)))
                .insertsIfAbsent();
        if (!isNew) {
            throw new PortalException.Conflict("audit.duplicate");
        }
    }

    @Override
    public List<AuditEntry> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        Sql entries = db.sql(
                        tx,
                        "SELECT * FROM @audit WHERE tenant = ?",
                        scope.tenant().value())
                .among("customer", scope.customers().restriction(), CustomerId::value);
        if (after != null) {
            entries.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return entries.and(" ORDER BY tenant, id LIMIT ?", limit).rows(JdbcAuditStore::entry);
    }

    private static AuditEntry entry(Row row) throws SQLException {
        String subject = row.textOrNull("subject");
        String customer = row.textOrNull("customer");
        Sealed sealed = row.json("sealed", Sealed.class);
        return new AuditEntry(
                row.uuid("id"),
                TenantId.of(row.text("tenant")),
                row.instant("made_at"),
                Actor.Kind.valueOf(row.text("actor_kind")),
                sealed.actor(),
                row.text("operation"),
                AuditEntry.Outcome.valueOf(row.text("outcome")),
                subject == null ? null : ObjectRef.parse(subject),
                customer == null ? null : CustomerId.of(customer),
                sealed.onBehalfOf());
    }

    /** What of an entry is personal: who acted, and in whose name. */
    record Sealed(String actor, @Nullable CustomerId onBehalfOf) {
        static Sealed of(AuditEntry entry) {
            return new Sealed(entry.actor(), entry.onBehalfOf());
        }
    }
}
