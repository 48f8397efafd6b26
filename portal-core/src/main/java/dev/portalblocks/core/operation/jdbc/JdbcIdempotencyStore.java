// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Idempotency keys in a table. */
public final class JdbcIdempotencyStore implements IdempotencyStore {
    private static final int ROUNDS = 3;

    private final Database db;

    /** Keeps the claims in this database. */
    public JdbcIdempotencyStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<IdempotencyClaim> claim(Tx tx, IdempotencyClaim claim) {
        for (int round = 0; round < ROUNDS; round++) {
            if (isFirst(tx, claim)) {
                return Optional.empty();
            }
            Optional<IdempotencyClaim> first = find(tx, claim);
            if (first.isPresent()) {
                return first;
            }
            // it was purged between the two statements; or it is there, but not in the state that is read here
        }
        throw new StorageFailure("storage.deadlock", true, null);
    }

    @Override
    public int purge(Tx tx, TenantId tenant, Instant before, int limit) {
        // not in one statement: H2 would look anew what is old after each row that it removes
        String[] old = db.sql(
                        tx,
                        "SELECT fingerprint FROM @idempotency WHERE tenant = ? AND made_at < ?"
                                + " ORDER BY tenant, made_at LIMIT ?",
                        tenant.value(),
                        before,
                        limit)
                .rows(row -> row.text("fingerprint"))
                .toArray(String[]::new);
        return db.sql(tx, "DELETE FROM @idempotency WHERE tenant = ? AND fingerprint = ANY(?)", tenant.value(), old)
                .update();
    }

    private boolean isFirst(Tx tx, IdempotencyClaim claim) {
        return db.sql(
                        tx,
                        "INSERT INTO @idempotency (tenant, fingerprint, command, result_id, made_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        claim.tenant().value(),
                        claim.fingerprint(),
                        claim.command(),
                        claim.resultId(),
                        claim.at())
                .insertsIfAbsent();
    }

    private Optional<IdempotencyClaim> find(Tx tx, IdempotencyClaim claim) {
        return db.sql(
                        tx,
                        "SELECT * FROM @idempotency WHERE tenant = ? AND fingerprint = ?",
                        claim.tenant().value(),
                        claim.fingerprint())
                .first(JdbcIdempotencyStore::claim);
    }

    private static IdempotencyClaim claim(Row row) throws SQLException {
        return new IdempotencyClaim(
                TenantId.of(row.text("tenant")),
                row.text("fingerprint"),
                row.text("command"),
                row.uuid("result_id"),
                row.instant("made_at"));
    }
}
