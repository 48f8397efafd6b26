// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Folders in a table, and beside it a row for each customer whose folders were ever locked. Of a name key the table has the
 * SHA-256, so that a column of one size decides which names are equal.
 */
public final class JdbcFolderStore implements FolderStore {
    private static final String SELECT =
            "SELECT id, customer, parent, version, changed_at, sealed FROM @folder WHERE tenant = ?";

    /** No folder's id (RFC 9562, 5.9). */
    private static final UUID TOP = new UUID(0, 0);

    private final Database db;

    /** Keeps the folders in this database. */
    public JdbcFolderStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
        return one(tx, SELECT, scope, id).first(row -> read(scope.tenant(), row));
    }

    @Override
    public Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id) {
        return one(tx, SELECT, scope, id).and(" FOR UPDATE").first(row -> read(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredFolder folder) {
        return db.sql(
                        tx,
                        "INSERT INTO @folder (tenant, id, customer, parent, name_hash, version, changed_at, sealed)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        folder.tenant().value(),
                        folder.id().value(),
                        folder.customer().value(),
                        parent(folder.parent()),
                        hash(folder.nameKey()),
                        folder.version(),
                        folder.changedAt(),
                        sealed(folder))
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredFolder folder, long expectedVersion) {
        byte[] nameHash = hash(folder.nameKey());
        // a taken name is seen before the unique index would fail on it, after which PostgreSQL goes on with nothing
        return db.sql(
                        tx,
                        "UPDATE @folder SET parent = ?, name_hash = ?, version = ?, changed_at = ?, sealed = ?"
                                + " WHERE tenant = ? AND id = ? AND version = ?",
                        parent(folder.parent()),
                        nameHash,
                        folder.version(),
                        folder.changedAt(),
                        sealed(folder),
                        folder.tenant().value(),
                        folder.id().value(),
                        expectedVersion)
                .and(
                        " AND NOT EXISTS (SELECT 1 FROM @folder sibling WHERE sibling.tenant = ?"
                                + " AND sibling.customer = ? AND sibling.parent = ? AND sibling.name_hash = ?"
                                + " AND sibling.id <> ?)",
                        folder.tenant().value(),
                        folder.customer().value(),
                        parent(folder.parent()),
                        nameHash,
                        folder.id().value())
                .changes();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FolderId id) {
        return one(tx, "DELETE FROM @folder WHERE tenant = ?", scope, id).changes();
    }

    @Override
    public List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value()).and(" AND customer = ?", customer.value());
        return within(sql, scope).and(" ORDER BY id").rows(row -> read(scope.tenant(), row));
    }

    /** The row stays, so that of two who come at once one inserts it, and the other waits for that. */
    @Override
    public void lock(Tx tx, Scope scope, CustomerId customer) {
        String tenant = scope.tenant().value();
        if (!isLocked(tx, tenant, customer.value())
                && !db.sql(tx, "INSERT INTO @folder_lock (tenant, customer) VALUES (?, ?)", tenant, customer.value())
                        .insertsIfAbsent()) {
            isLocked(tx, tenant, customer.value());
        }
    }

    private boolean isLocked(Tx tx, String tenant, String customer) {
        return db.sql(
                        tx,
                        "SELECT customer FROM @folder_lock WHERE tenant = ? AND customer = ? FOR UPDATE",
                        tenant,
                        customer)
                .exists();
    }

    private Sql one(Tx tx, String statement, Scope scope, FolderId id) {
        return within(db.sql(tx, statement, scope.tenant().value()).and(" AND id = ?", id.value()), scope);
    }

    private static Sql within(Sql sql, Scope scope) {
        return sql.among("customer", scope.customers().restriction(), CustomerId::value);
    }

    /** At the top it is the Nil UUID, as siblings without a parent would not be equal in the unique index. */
    private static UUID parent(@Nullable FolderId folder) {
        return folder == null ? TOP : folder.value();
    }

    private static @Nullable FolderId parent(UUID column) {
        return column.equals(TOP) ? null : FolderId.of(column);
    }

    private static byte[] hash(String nameKey) {
        return Sha256.begin().digest(nameKey.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] sealed(StoredFolder folder) {
        return db.json().bytes(new Sealed(folder.name(), folder.nameKey()));
    }

    private static StoredFolder read(TenantId tenant, Row row) throws SQLException {
        Sealed sealed = row.json("sealed", Sealed.class);
        return new StoredFolder(
                tenant,
                FolderId.of(row.uuid("id")),
                CustomerId.of(row.text("customer")),
                parent(row.uuid("parent")),
                sealed.name(),
                sealed.nameKey(),
                row.number("version"),
                row.instant("changed_at"));
    }

    /** What of a folder only people read, and what its hash is of. */
    record Sealed(String name, String nameKey) {}
}
