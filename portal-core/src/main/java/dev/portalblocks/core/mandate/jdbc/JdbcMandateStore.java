// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate.jdbc;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mandates in a table, and beside it a row for each customer whose mandates were once locked. */
public final class JdbcMandateStore implements MandateStore {
    private static final String SELECT =
            "SELECT id, holder, principal, valid_until, revoked_at, version, sealed FROM @mandate WHERE tenant = ?";

    private final Database db;

    /** Keeps the mandates in this database. */
    public JdbcMandateStore(Database db) {
        this.db = db;
    }

    @Override
    public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
        return db.sql(tx, SELECT, tenant.value())
                .and(" AND holder = ? AND principal = ? AND revoked_at IS NULL", holder.value(), principal.value())
                .rows(JdbcMandateStore::terms);
    }

    @Override
    public Optional<Mandate> find(Tx tx, Scope scope, MandateId id) {
        return one(tx, scope, id).first(row -> read(scope.tenant(), row));
    }

    @Override
    public Optional<Mandate> findForUpdate(Tx tx, Scope scope, MandateId id) {
        return one(tx, scope, id).and(" FOR UPDATE").first(row -> read(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, Mandate mandate) {
        return db.sql(
                        tx,
                        "INSERT INTO @mandate (tenant, id, holder, principal, valid_until, revoked_at, version, sealed)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        mandate.tenant().value(),
                        mandate.id().value(),
                        mandate.holder().value(),
                        mandate.principal().value(),
                        mandate.terms().until(),
                        mandate.revokedAt(),
                        mandate.version(),
                        sealed(mandate))
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, Mandate mandate, long expectedVersion) {
        return db.sql(
                        tx,
                        "UPDATE @mandate SET valid_until = ?, revoked_at = ?, version = ?, sealed = ?"
                                + " WHERE tenant = ? AND id = ? AND version = ?",
                        mandate.terms().until(),
                        mandate.revokedAt(),
                        mandate.version(),
                        sealed(mandate),
                        mandate.tenant().value(),
                        mandate.id().value(),
                        expectedVersion)
                .changes();
    }

    @Override
    public List<Mandate> list(Tx tx, Scope scope, Query query, @Nullable Keyset after, int limit) {
        Sql found = db.sql(tx, SELECT, scope.tenant().value())
                .and(query.side() == Side.HOLDER ? " AND holder = ?" : " AND principal = ?")
                .and("", query.customer().value());
        if (query.openAt() != null) {
            found.and(" AND revoked_at IS NULL AND (valid_until IS NULL OR valid_until > ?)", query.openAt());
        }
        if (after != null) {
            found.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return visible(scope, found)
                .and(query.side() == Side.HOLDER ? " ORDER BY tenant, holder, id" : " ORDER BY tenant, principal, id")
                .and(" LIMIT ?", limit)
                .rows(row -> read(scope.tenant(), row));
    }

    @Override
    public void lock(Tx tx, Scope scope, CustomerId customer) {
        if (!locks(tx, scope, customer)) {
            db.sql(
                            tx,
                            "INSERT INTO @mandate_lock (tenant, customer) VALUES (?, ?)",
                            scope.tenant().value(),
                            customer.value())
                    .insertsIfAbsent();
            locks(tx, scope, customer);
        }
    }

    private boolean locks(Tx tx, Scope scope, CustomerId customer) {
        return db.sql(
                        tx,
                        "SELECT customer FROM @mandate_lock WHERE tenant = ? AND customer = ? FOR UPDATE",
                        scope.tenant().value(),
                        customer.value())
                .exists();
    }

    private Sql one(Tx tx, Scope scope, MandateId id) {
        return visible(scope, db.sql(tx, SELECT, scope.tenant().value()).and(" AND id = ?", id.value()));
    }

    /** Of which one of the two is admitted. */
    private static Sql visible(Scope scope, Sql mandates) {
        Optional<Set<CustomerId>> admitted = scope.customers().restriction();
        if (admitted.isEmpty()) {
            return mandates;
        }
        Object customers = texts(admitted.get());
        return mandates.and(" AND (holder = ANY(?) OR principal = ANY(?))", customers, customers);
    }

    private static String[] texts(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(String[]::new);
    }

    private static Mandate read(TenantId tenant, Row row) throws SQLException {
        return new Mandate(
                tenant,
                MandateId.of(row.uuid("id")),
                CustomerId.of(row.text("holder")),
                CustomerId.of(row.text("principal")),
                terms(row),
                row.instantOrNull("revoked_at"),
                row.number("version"));
    }

    private static Mandate.Terms terms(Row row) throws SQLException {
        Sealed sealed = row.json("sealed", Sealed.class);
        return new Mandate.Terms(sealed.kind(), sealed.permissions(), sealed.from(), row.instantOrNull("valid_until"));
    }

    private byte[] sealed(Mandate mandate) {
        Mandate.Terms terms = mandate.terms();
        return db.json().bytes(new Sealed(terms.kind(), terms.permissions(), terms.from()));
    }

    /** What of the terms no query asks for: what somebody may do for another is a private matter. */
    record Sealed(
            Mandate.Kind kind,
            Set<String> permissions,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from) {}
}
