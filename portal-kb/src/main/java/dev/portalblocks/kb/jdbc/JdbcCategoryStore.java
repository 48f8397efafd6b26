// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tree of categories in a table. */
public final class JdbcCategoryStore implements CategoryStore {
    /** The parent of those at the top, so that a unique key is about them as well: nulls are never equal. */
    private static final UUID TOP = new UUID(0, 0);

    private final Database db;

    /** Keeps the categories in this database. */
    public JdbcCategoryStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredCategory> find(Tx tx, Scope scope, CategoryId id) {
        return select(tx, scope).and(" AND id = ?", id.value()).first(row -> category(scope.tenant(), row));
    }

    @Override
    public Optional<StoredCategory> findByKey(Tx tx, Scope scope, @Nullable CategoryId parent, String key) {
        return select(tx, scope)
                .and(" AND parent = ? AND slug = ?", place(parent), key)
                .first(row -> category(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredCategory stored) {
        Category category = stored.category();
        return db.sql(
                        tx,
                        "INSERT INTO @kb_category (tenant, id, parent, slug, version, content) VALUES (?, ?, ?, ?, ?, ?)",
                        stored.tenant().value(),
                        category.id().value(),
                        place(category.parent()),
                        category.key(),
                        category.version(),
                        db.json().bytes(category.name()))
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredCategory stored) {
        Category category = stored.category();
        // a taken key is seen before the unique index would fail on it, after which PostgreSQL goes on with nothing
        return db.sql(
                        tx,
                        "UPDATE @kb_category SET parent = ?, version = ?, content = ?",
                        place(category.parent()),
                        category.version(),
                        db.json().bytes(category.name()))
                .and(
                        " WHERE tenant = ? AND id = ?",
                        stored.tenant().value(),
                        category.id().value())
                .and(" AND version = ? AND slug = ?", category.version() - 1, category.key())
                .and(
                        " AND NOT EXISTS (SELECT 1 FROM @kb_category sibling WHERE sibling.tenant = ?"
                                + " AND sibling.parent = ? AND sibling.slug = ? AND sibling.id <> ?)",
                        stored.tenant().value(),
                        place(category.parent()),
                        category.key(),
                        category.id().value())
                .changes();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, CategoryId id) {
        return db.sql(
                        tx,
                        "DELETE FROM @kb_category WHERE tenant = ? AND id = ?",
                        scope.tenant().value(),
                        id.value())
                .changes();
    }

    @Override
    public List<StoredCategory> list(Tx tx, Scope scope) {
        return select(tx, scope).and(" ORDER BY id").rows(row -> category(scope.tenant(), row));
    }

    /** The row stays, so that of two who come at once one inserts it, and the other waits for that. */
    @Override
    public void lock(Tx tx, Scope scope) {
        String tenant = scope.tenant().value();
        if (!isLocked(tx, tenant)
                && !db.sql(tx, "INSERT INTO @kb_category_lock (tenant) VALUES (?)", tenant)
                        .insertsIfAbsent()) {
            isLocked(tx, tenant);
        }
    }

    private boolean isLocked(Tx tx, String tenant) {
        return db.sql(tx, "SELECT tenant FROM @kb_category_lock WHERE tenant = ? FOR UPDATE", tenant)
                .exists();
    }

    private Sql select(Tx tx, Scope scope) {
        return db.sql(
                tx,
                "SELECT id, parent, slug, version, content FROM @kb_category WHERE tenant = ?",
                scope.tenant().value());
    }

    private static UUID place(@Nullable CategoryId parent) {
        return parent == null ? TOP : parent.value();
    }

    private static StoredCategory category(TenantId tenant, Row row) throws SQLException {
        UUID parent = row.uuid("parent");
        Category category = new Category(
                CategoryId.of(row.uuid("id")),
                parent.equals(TOP) ? null : CategoryId.of(parent),
                row.text("slug"),
                row.json("content", LocalizedText.class),
                row.number("version"));
        return new StoredCategory(tenant, category);
    }
}
