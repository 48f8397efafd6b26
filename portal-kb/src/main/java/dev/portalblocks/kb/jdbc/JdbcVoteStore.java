// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.kb.spi.VoteStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Votes in a table. */
public final class JdbcVoteStore implements VoteStore {
    private static final int TRIES = 10;

    private final Database db;

    /** Keeps the votes in this database. */
    public JdbcVoteStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredVote> find(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
        return of(select(tx, scope, VoteRows.SELECT), scope, customer)
                .and(" AND v.article = ? AND v.revision = ?", article.value(), revision)
                .first(row -> VoteRows.vote(scope.tenant(), row));
    }

    @Override
    public void put(Tx tx, StoredVote vote) {
        for (int i = 0; i < TRIES; i++) {
            if (isReplaced(tx, vote) || isFirst(tx, vote)) {
                return;
            }
            // another transaction was first between the two statements
        }
        throw new StorageFailure("storage.deadlock", true, null);
    }

    private boolean isReplaced(Tx tx, StoredVote vote) {
        return write(
                        tx,
                        "UPDATE @kb_vote SET id = ?, language = ?, helpful = ?, with_text = ?, content = ?, given_at = ?"
                                + " WHERE tenant = ? AND article = ? AND revision = ? AND customer = ?",
                        vote)
                .changes();
    }

    private boolean isFirst(Tx tx, StoredVote vote) {
        return write(
                        tx,
                        "INSERT INTO @kb_vote (id, language, helpful, with_text, content, given_at, tenant, article,"
                                + " revision, customer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        vote)
                .insertsIfAbsent();
    }

    private Sql write(Tx tx, String text, StoredVote vote) {
        String words = vote.text();
        return db.sql(
                        tx,
                        text,
                        vote.id().value(),
                        vote.language().toString(),
                        vote.helpful(),
                        words != null,
                        words == null ? null : db.json().bytes(words),
                        vote.givenAt())
                .and(
                        "",
                        vote.tenant().value(),
                        vote.article().value(),
                        vote.revision(),
                        vote.customer().value());
    }

    @Override
    public boolean delete(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
        return of(select(tx, scope, "DELETE FROM @kb_vote v WHERE v.tenant = ?"), scope, customer)
                .and(" AND v.article = ? AND v.revision = ?", article.value(), revision)
                .changes();
    }

    @Override
    public List<StoredVote> listOf(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        Sql sql = of(select(tx, scope, VoteRows.SELECT), scope, customer);
        if (after != null) {
            sql.and(" AND v.id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY v.tenant, v.customer, v.id LIMIT ?", limit)
                .rows(row -> VoteRows.vote(scope.tenant(), row));
    }

    @Override
    public int deleteAllOf(Tx tx, Scope scope, CustomerId customer) {
        return of(select(tx, scope, "DELETE FROM @kb_vote v WHERE v.tenant = ?"), scope, customer)
                .update();
    }

    private Sql select(Tx tx, Scope scope, String text) {
        return db.sql(tx, text, scope.tenant().value());
    }

    private static Sql of(Sql sql, Scope scope, CustomerId customer) {
        return sql.and(" AND v.customer = ?", customer.value())
                .among("v.customer", scope.customers().restriction(), CustomerId::value);
    }
}
