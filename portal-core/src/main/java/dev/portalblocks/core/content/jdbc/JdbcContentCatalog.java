// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.StoredContent.Facts;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of stored bytes, in a table. */
public final class JdbcContentCatalog implements ContentCatalog {
    private final Database db;

    /** Keeps the rows in this database. */
    public JdbcContentCatalog(Database db) {
        this.db = db;
    }

    @Override
    public boolean insert(Tx tx, StoredContent content) {
        Known known = Known.of(content);
        CustomerId customer = content.customer();
        return db.sql(
                        tx,
                        "INSERT INTO @content (tenant, ref, customer, state, size, sha256, media_type, uses,"
                                + " touched_at, idle_since, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        content.tenant().value(),
                        content.ref().value(),
                        customer == null ? null : customer.value(),
                        content.state().name(),
                        known.size(),
                        known.sha256(),
                        known.mediaType(),
                        content.uses(),
                        content.touchedAt(),
                        idleSince(content),
                        content.version())
                .insertsIfAbsent();
    }

    @Override
    public Optional<StoredContent> find(Tx tx, Scope scope, ContentRef ref) {
        return one(tx, scope, ref).first(JdbcContentCatalog::content);
    }

    @Override
    public Optional<StoredContent> findForUpdate(Tx tx, Scope scope, ContentRef ref) {
        return one(tx, scope, ref).and(" FOR UPDATE").first(JdbcContentCatalog::content);
    }

    @Override
    public boolean update(Tx tx, StoredContent content) {
        Known known = Known.of(content);
        return db.sql(
                        tx,
                        "UPDATE @content SET state = ?, size = ?, sha256 = ?, media_type = ?, uses = ?,"
                                + " touched_at = ?, idle_since = ?, version = ?"
                                + " WHERE tenant = ? AND ref = ? AND version = ?",
                        content.state().name(),
                        known.size(),
                        known.sha256(),
                        known.mediaType(),
                        content.uses(),
                        content.touchedAt(),
                        idleSince(content),
                        content.version(),
                        content.tenant().value(),
                        content.ref().value(),
                        content.version() - 1)
                .changes();
    }

    @Override
    public boolean delete(Tx tx, TenantId tenant, ContentRef ref) {
        return db.sql(tx, "DELETE FROM @content WHERE tenant = ? AND ref = ?", tenant.value(), ref.value())
                .changes();
    }

    @Override
    public Optional<StoredContent> findEqual(
            Tx tx, TenantId tenant, @Nullable CustomerId customer, StoredContent.Facts facts) {
        return db.sql(
                        tx,
                        "SELECT * FROM @content WHERE tenant = ? AND sha256 = ? AND size = ? AND state = 'LIVE'",
                        tenant.value(),
                        facts.bytes().sha256(),
                        facts.bytes().size())
                .and(" AND media_type = ?", facts.mediaType())
                .when(customer == null, " AND customer IS NULL")
                .among("customer", Optional.ofNullable(customer).map(List::of), CustomerId::value)
                .and(" ORDER BY ref LIMIT 1")
                .first(JdbcContentCatalog::content);
    }

    @Override
    public List<StoredContent> due(Tx tx, TenantId tenant, Due due, int limit) {
        // three walks along one index, none longer than the answer
        return db.sql(tx, "(SELECT * FROM @content WHERE tenant = ? AND state = 'DYING' AND idle_since IS NOT NULL")
                .and(" ORDER BY tenant, state, idle_since LIMIT ?) UNION ALL ", tenant.value(), limit)
                .and("(SELECT * FROM @content WHERE tenant = ? AND state = 'STAGED' AND idle_since <= ?")
                .and(
                        " ORDER BY tenant, state, idle_since LIMIT ?) UNION ALL ",
                        tenant.value(),
                        due.stagedBefore(),
                        limit)
                .and("(SELECT * FROM @content WHERE tenant = ? AND state = 'LIVE' AND idle_since <= ?")
                .and(" ORDER BY tenant, state, idle_since LIMIT ?)", tenant.value(), due.unusedBefore(), limit)
                .and(" ORDER BY idle_since LIMIT ?", limit)
                .rows(JdbcContentCatalog::content);
    }

    @Override
    public List<StoredContent> list(Tx tx, TenantId tenant, @Nullable ContentRef after, int limit) {
        Sql rows = db.sql(tx, "SELECT * FROM @content WHERE tenant = ?", tenant.value());
        if (after != null) {
            rows.and(" AND ref > ?", after.value());
        }
        return rows.and(" ORDER BY tenant, ref LIMIT ?", limit).rows(JdbcContentCatalog::content);
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        // from one tenant to the next by the index, past all the rows that each of them has
        return db.sql(
                        tx,
                        "WITH RECURSIVE step (tenant, place) AS ("
                                + "SELECT MIN(tenant), 1 FROM @content WHERE tenant > ? UNION ALL"
                                + " SELECT (SELECT MIN(tenant) FROM @content WHERE tenant > step.tenant), place + 1"
                                + " FROM step WHERE step.tenant IS NOT NULL AND place < ?)"
                                + " SELECT tenant FROM step WHERE tenant IS NOT NULL ORDER BY place",
                        after,
                        limit)
                .rows(row -> TenantId.of(row.text("tenant")));
    }

    private Sql one(Tx tx, Scope scope, ContentRef ref) {
        return db.sql(
                        tx,
                        "SELECT * FROM @content WHERE tenant = ? AND ref = ?",
                        scope.tenant().value(),
                        ref.value())
                .amongOrAbsent("customer", scope.customers().restriction(), CustomerId::value);
    }

    /** Since when a row may have to go; null while bytes that are live have a use. */
    private static @Nullable Instant idleSince(StoredContent content) {
        return content.isLive() && content.uses() > 0 ? null : content.touchedAt();
    }

    private static StoredContent content(Row row) throws SQLException {
        String customer = row.textOrNull("customer");
        String sha256 = row.textOrNull("sha256");
        return new StoredContent(
                TenantId.of(row.text("tenant")),
                ContentRef.of(row.uuid("ref")),
                customer == null ? null : CustomerId.of(customer),
                ContentState.valueOf(row.text("state")),
                sha256 == null ? null : new Facts(new StoredBytes(row.number("size"), sha256), row.text("media_type")),
                row.integer("uses"),
                row.instant("touched_at"),
                row.number("version"));
    }

    /** The columns of what was found out about bytes. */
    private record Known(
            @Nullable Long size,
            @Nullable String sha256,
            @Nullable String mediaType) {
        static Known of(StoredContent content) {
            Facts facts = content.facts();
            return facts == null
                    ? new Known(null, null, null)
                    : new Known(facts.bytes().size(), facts.bytes().sha256(), facts.mediaType());
        }
    }
}
