// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.jdbc;

import dev.portalblocks.core.content.ContentUse;
import dev.portalblocks.core.content.ContentUseStore;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;

/** Who uses stored bytes, in a table. */
public final class JdbcContentUseStore implements ContentUseStore {
    private final Database db;

    /** Keeps the uses in this database. */
    public JdbcContentUseStore(Database db) {
        this.db = db;
    }

    @Override
    public boolean add(Tx tx, ContentUse use) {
        return db.sql(
                        tx,
                        "INSERT INTO @content_use (tenant, ref, used_by) VALUES (?, ?, ?)",
                        use.tenant().value(),
                        use.ref().value(),
                        use.user().toString())
                .insertsIfAbsent();
    }

    @Override
    public boolean remove(Tx tx, ContentUse use) {
        return db.sql(
                        tx,
                        "DELETE FROM @content_use WHERE tenant = ? AND ref = ? AND used_by = ?",
                        use.tenant().value(),
                        use.ref().value(),
                        use.user().toString())
                .changes();
    }

    @Override
    public boolean isUsed(Tx tx, TenantId tenant, ContentRef ref) {
        return db.sql(
                        tx,
                        "SELECT 1 FROM @content_use WHERE tenant = ? AND ref = ? LIMIT 1",
                        tenant.value(),
                        ref.value())
                .exists();
    }
}
