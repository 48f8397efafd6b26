// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewSecret;
import dev.portalblocks.kb.spi.ViewStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Views that are not yet counted in a table, the secrets of their days in another one. */
public final class JdbcViewStore implements ViewStore {
    private static final int TRIES = 3;

    private final Database db;

    /** Keeps them in this database. */
    public JdbcViewStore(Database db) {
        this.db = db;
    }

    /** Asked first: only one reader of a day adds it. */
    @Override
    public String secret(Tx tx, StoredViewSecret fresh) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> known = find(tx, fresh);
            if (known.isPresent()) {
                return known.get();
            }
            if (isFirst(tx, fresh)) {
                return fresh.secret();
            }
            // another transaction was first between the two statements
        }
        throw new StorageFailure("storage.deadlock", true, null);
    }

    private Optional<String> find(Tx tx, StoredViewSecret of) {
        return db.sql(
                        tx,
                        "SELECT secret FROM @kb_view_secret WHERE tenant = ? AND seen_day = ?",
                        of.tenant().value(),
                        of.day().toEpochDay())
                .first(row -> row.text("secret"));
    }

    private boolean isFirst(Tx tx, StoredViewSecret fresh) {
        return db.sql(
                        tx,
                        "INSERT INTO @kb_view_secret (tenant, seen_day, secret) VALUES (?, ?, ?)",
                        fresh.tenant().value(),
                        fresh.day().toEpochDay(),
                        fresh.secret())
                .insertsIfAbsent();
    }

    @Override
    public int dropSecrets(Tx tx, TenantId tenant, LocalDate before) {
        return db.sql(
                        tx,
                        "DELETE FROM @kb_view_secret WHERE tenant = ? AND seen_day < ?",
                        tenant.value(),
                        before.toEpochDay())
                .update();
    }

    @Override
    public boolean add(Tx tx, StoredView view) {
        return db.sql(
                        tx,
                        "INSERT INTO @kb_view (tenant, view_key, article, revision, seen_day) VALUES (?, ?, ?, ?, ?)",
                        view.tenant().value(),
                        view.key(),
                        view.article().value(),
                        view.revision(),
                        view.day().toEpochDay())
                .insertsIfAbsent();
    }

    /** The lock decides between two that take the same: the second sees what the first has left. */
    @Override
    public List<StoredView> takeEnded(Tx tx, TenantId tenant, LocalDate before, int limit) {
        List<StoredView> ended = db.sql(
                        tx,
                        "SELECT view_key, article, revision, seen_day FROM @kb_view WHERE tenant = ? AND seen_day < ?"
                                + " ORDER BY tenant, seen_day, view_key LIMIT ? FOR UPDATE",
                        tenant.value(),
                        before.toEpochDay(),
                        limit)
                .rows(row -> new StoredView(
                        tenant,
                        row.text("view_key"),
                        ArticleId.of(row.uuid("article")),
                        row.number("revision"),
                        LocalDate.ofEpochDay(row.number("seen_day"))));
        if (!ended.isEmpty()) {
            String[] keys = ended.stream().map(StoredView::key).toArray(String[]::new);
            db.sql(tx, "DELETE FROM @kb_view WHERE tenant = ? AND view_key = ANY(?)", tenant.value(), keys)
                    .update();
        }
        return ended;
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return db.sql(
                        tx,
                        "SELECT tenant FROM @kb_view WHERE tenant > ?"
                                + " UNION SELECT tenant FROM @kb_view_secret WHERE tenant > ? ORDER BY tenant LIMIT ?",
                        after,
                        after,
                        limit)
                .rows(row -> TenantId.of(row.text("tenant")));
    }
}
