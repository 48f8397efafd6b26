// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfileData;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.profile.spi.StoredProfile;
import dev.portalblocks.profile.spi.StoredProfileChange;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Profiles and their changes in tables. */
public final class JdbcProfileStore implements ProfileStore {
    private final Database db;

    /** Keeps the profiles in this database. */
    public JdbcProfileStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredProfile> find(Tx tx, Scope scope, CustomerId customer) {
        return of(customer, scope, db.sql(tx, "SELECT * FROM @profile")).first(JdbcProfileStore::profile);
    }

    @Override
    public Optional<Stamp> findVersion(Tx tx, Scope scope, CustomerId customer) {
        return of(customer, scope, db.sql(tx, "SELECT version, changed_at FROM @profile"))
                .first(row -> new Stamp(row.number("version"), row.instant("changed_at")));
    }

    @Override
    public Optional<StoredProfile> findForUpdate(Tx tx, Scope scope, CustomerId customer) {
        return of(customer, scope, db.sql(tx, "SELECT * FROM @profile"))
                .and(" FOR UPDATE")
                .first(JdbcProfileStore::profile);
    }

    @Override
    public boolean insert(Tx tx, StoredProfile profile) {
        return db.sql(
                        tx,
                        "INSERT INTO @profile (tenant, customer, version, changed_at, sealed) VALUES (?, ?, ?, ?, ?)",
                        profile.tenant().value(),
                        profile.customer().value(),
                        profile.version(),
                        profile.changedAt(),
                        db.json().bytes(profile.data()))
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredProfile profile) {
        return db.sql(
                        tx,
                        "UPDATE @profile SET version = ?, changed_at = ?, sealed = ?"
                                + " WHERE tenant = ? AND customer = ? AND version = ?",
                        profile.version(),
                        profile.changedAt(),
                        db.json().bytes(profile.data()),
                        profile.tenant().value(),
                        profile.customer().value(),
                        profile.version() - 1)
                .changes();
    }

    @Override
    public void appendChange(Tx tx, StoredProfileChange stored) {
        ProfileChange change = stored.change();
        db.sql(
                        tx,
                        "INSERT INTO @profile_change (tenant, customer, version, made_at, made_by, sealed)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        stored.tenant().value(),
                        stored.customer().value(),
                        change.version(),
                        change.at(),
                        change.by().name(),
                        db.json().bytes(change.fields()))
                .update();
    }

    @Override
    public List<StoredProfileChange> changes(
            Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        Sql changes = of(customer, scope, db.sql(tx, "SELECT * FROM @profile_change"));
        if (after != null) {
            changes.and(" AND version < ?", version(after));
        }
        return changes.and(" ORDER BY tenant DESC, customer DESC, version DESC LIMIT ?", limit)
                .rows(JdbcProfileStore::change);
    }

    private static Sql of(CustomerId customer, Scope scope, Sql sql) {
        // one customer is asked for: whether it is within the scope needs no look at the rows
        boolean within = scope.customers()
                .restriction()
                .map(admitted -> admitted.contains(customer))
                .orElse(true);
        return sql.and(" WHERE tenant = ? AND customer = ?", scope.tenant().value(), customer.value())
                .when(!within, " AND 1 = 0");
    }

    /** Which change stands at the place: {@link ProfileStore#place} backwards. */
    private static long version(Keyset place) {
        return Long.MAX_VALUE - Long.parseLong(place.id());
    }

    private static StoredProfile profile(Row row) throws SQLException {
        return new StoredProfile(
                TenantId.of(row.text("tenant")),
                CustomerId.of(row.text("customer")),
                row.json("sealed", ProfileData.class),
                row.number("version"),
                row.instant("changed_at"));
    }

    private static StoredProfileChange change(Row row) throws SQLException {
        ProfileChange change = new ProfileChange(
                row.number("version"),
                row.instant("made_at"),
                Actor.Kind.valueOf(row.text("made_by")),
                List.of(row.json("sealed", ProfileChange.Field[].class)));
        return new StoredProfileChange(TenantId.of(row.text("tenant")), CustomerId.of(row.text("customer")), change);
    }
}
