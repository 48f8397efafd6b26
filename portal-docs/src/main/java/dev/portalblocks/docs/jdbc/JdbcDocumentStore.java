// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Documents in a table. Beside the instant when it was added a row has its place in the list as a number that grows while
 * the instant goes back, so that an index has the order of the list.
 */
public final class JdbcDocumentStore implements DocumentStore {
    private static final String SELECT =
            "SELECT id, customer, folder, version, added_at, changed_at, sealed FROM @document WHERE tenant = ?";

    private final Database db;

    /** Keeps the documents in this database. */
    public JdbcDocumentStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredDocument> find(Tx tx, Scope scope, DocumentId id) {
        return one(tx, SELECT, scope, id).first(row -> read(scope.tenant(), row));
    }

    @Override
    public Optional<StoredDocument> findForUpdate(Tx tx, Scope scope, DocumentId id) {
        return one(tx, SELECT, scope, id).and(" FOR UPDATE").first(row -> read(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredDocument document) {
        return db.sql(
                        tx,
                        "INSERT INTO @document (tenant, id, customer, folder, shelf, place, version, added_at,"
                                + " changed_at, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        document.tenant().value(),
                        document.id().value(),
                        document.customer().value(),
                        column(document.folder()),
                        shelf(document.customer(), document.folder()),
                        place(document.place()),
                        document.version(),
                        document.addedAt(),
                        document.changedAt(),
                        sealed(document))
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredDocument document, long expectedVersion) {
        return db.sql(
                        tx,
                        "UPDATE @document SET folder = ?, shelf = ?, version = ?, changed_at = ?, sealed = ?"
                                + " WHERE tenant = ? AND id = ? AND version = ?",
                        column(document.folder()),
                        shelf(document.customer(), document.folder()),
                        document.version(),
                        document.changedAt(),
                        sealed(document),
                        document.tenant().value(),
                        document.id().value(),
                        expectedVersion)
                .changes();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, DocumentId id) {
        return one(tx, "DELETE FROM @document WHERE tenant = ?", scope, id).changes();
    }

    /**
     * The shelf says whose folder it is, so the customer, who is in no condition, is compared with the scope here. As a
     * condition it would make PostgreSQL read all of the customer's documents where most customers have one or two.
     */
    @Override
    public List<StoredDocument> inFolder(
            Tx tx, Scope scope, CustomerId customer, @Nullable FolderId folder, @Nullable Keyset after, int limit) {
        if (!scope.customers().admits(customer)) {
            return List.of();
        }
        Sql sql = db.sql(tx, SELECT, scope.tenant().value()).and(" AND shelf = ?", shelf(customer, folder));
        return behind(sql, after)
                .and(" ORDER BY tenant, shelf, place, id LIMIT ?", limit)
                .rows(row -> read(scope.tenant(), row));
    }

    @Override
    public List<StoredDocument> list(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value()).and(" AND customer = ?", customer.value());
        return behind(within(sql, scope), after)
                .and(" ORDER BY tenant, customer, place, id LIMIT ?", limit)
                .rows(row -> read(scope.tenant(), row));
    }

    private Sql one(Tx tx, String statement, Scope scope, DocumentId id) {
        return within(db.sql(tx, statement, scope.tenant().value()).and(" AND id = ?", id.value()), scope);
    }

    private static Sql within(Sql sql, Scope scope) {
        return sql.among("customer", scope.customers().restriction(), CustomerId::value);
    }

    /** The first condition is for H2, which knows no range of an index by a row of values. */
    private static Sql behind(Sql sql, @Nullable Keyset after) {
        if (after == null) {
            return sql;
        }
        long place = place(after);
        return sql.and(" AND place >= ? AND (place, id) > (?, ?)", place, place, UUID.fromString(after.id()));
    }

    private static long place(Keyset keyset) {
        return Long.parseLong(keyset.sortKey());
    }

    /** Where a document stands: whose, and in which folder; behind the last stroke is an id or nothing. */
    private static String shelf(CustomerId customer, @Nullable FolderId folder) {
        return customer.value() + "/" + (folder == null ? "" : folder);
    }

    private static @Nullable FolderId folder(@Nullable UUID column) {
        return column == null ? null : FolderId.of(column);
    }

    private static @Nullable UUID column(@Nullable FolderId folder) {
        return folder == null ? null : folder.value();
    }

    private byte[] sealed(StoredDocument document) {
        return db.json().bytes(new Sealed(document.name(), document.current()));
    }

    private static StoredDocument read(TenantId tenant, Row row) throws SQLException {
        Sealed sealed = row.json("sealed", Sealed.class);
        return new StoredDocument(
                tenant,
                DocumentId.of(row.uuid("id")),
                CustomerId.of(row.text("customer")),
                folder(row.uuidOrNull("folder")),
                sealed.name(),
                sealed.current(),
                row.number("version"),
                row.instant("added_at"),
                row.instant("changed_at"));
    }

    /** What of a document only people read. */
    record Sealed(String name, DocumentVersion current) {}
}
