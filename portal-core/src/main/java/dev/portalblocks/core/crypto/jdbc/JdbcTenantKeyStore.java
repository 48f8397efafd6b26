// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.crypto.jdbc;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import java.util.Optional;

/** Keeps tenants' keys in a table, as they are: whoever reads the database reads them. */
public final class JdbcTenantKeyStore implements TenantKeyStore {
    private final Database db;

    /** Keeps the keys in this database. */
    public JdbcTenantKeyStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<byte[]> find(Tx tx, TenantId tenant) {
        return db.sql(tx, "SELECT secret FROM @tenant_key WHERE tenant = ?", tenant.value())
                .first(row -> row.bytes("secret"));
    }

    @Override
    public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
        boolean added = db.sql(tx, "INSERT INTO @tenant_key (tenant, secret) VALUES (?, ?)", tenant.value(), key)
                .insertsIfAbsent();
        return added ? key.clone() : find(tx, tenant).orElseThrow();
    }
}
