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
import dev.portalblocks.docs.spi.StoredVersion;
import dev.portalblocks.docs.spi.VersionStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions in a table. */
public final class JdbcVersionStore implements VersionStore {
    private static final String OF_DOCUMENT = " WHERE tenant = ? AND document = ?";
    private static final String SELECT = "SELECT document, customer, sealed FROM @document_version" + OF_DOCUMENT;

    private final Database db;

    /** Keeps the versions in this database. */
    public JdbcVersionStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredVersion> find(Tx tx, Scope scope, DocumentId document, int number) {
        return of(tx, SELECT, scope, document).and(" AND number = ?", number).first(row -> read(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredVersion version) {
        return db.sql(
                        tx,
                        "INSERT INTO @document_version (tenant, document, number, customer, sealed)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        version.tenant().value(),
                        version.document().value(),
                        version.version().number(),
                        version.customer().value(),
                        db.json().bytes(version.version()))
                .insertsIfAbsent();
    }

    @Override
    public List<StoredVersion> list(Tx tx, Scope scope, DocumentId document, @Nullable Keyset after, int limit) {
        Sql sql = of(tx, SELECT, scope, document);
        if (after != null) {
            sql.and(" AND number < ?", Integer.MAX_VALUE - Integer.parseInt(after.id()));
        }
        return sql.and(" ORDER BY tenant DESC, document DESC, number DESC LIMIT ?", limit)
                .rows(row -> read(scope.tenant(), row));
    }

    @Override
    public int deleteAll(Tx tx, Scope scope, DocumentId document) {
        return of(tx, "DELETE FROM @document_version" + OF_DOCUMENT, scope, document)
                .update();
    }

    private Sql of(Tx tx, String statement, Scope scope, DocumentId document) {
        return db.sql(tx, statement, scope.tenant().value(), document.value())
                .among("customer", scope.customers().restriction(), CustomerId::value);
    }

    private static StoredVersion read(TenantId tenant, Row row) throws SQLException {
        return new StoredVersion(
                tenant,
                DocumentId.of(row.uuid("document")),
                CustomerId.of(row.text("customer")),
                row.json("sealed", DocumentVersion.class));
    }
}
