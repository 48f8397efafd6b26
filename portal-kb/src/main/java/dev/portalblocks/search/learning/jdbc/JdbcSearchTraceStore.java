// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.jdbc;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.search.learning.spi.EndedSearch;
import dev.portalblocks.search.learning.spi.SearchOutcome;
import dev.portalblocks.search.learning.spi.SearchTraceStore;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.learning.spi.StoredSign;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches of the last half hour in a table, and what happened after them in another one. */
public final class JdbcSearchTraceStore implements SearchTraceStore {
    private final Database db;

    /** Keeps them in this database. */
    public JdbcSearchTraceStore(Database db) {
        this.db = db;
    }

    @Override
    public boolean add(Tx tx, StoredSearch search) {
        return db.sql(
                        tx,
                        "INSERT INTO @search_trace (tenant, token, query, language, outcome, asked_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        search.tenant().value(),
                        search.token(),
                        search.query(),
                        search.language().value(),
                        search.outcome().name(),
                        search.askedAt())
                .insertsIfAbsent();
    }

    @Override
    public boolean sign(Tx tx, StoredSign sign) {
        return db.sql(
                        tx,
                        "INSERT INTO @search_sign (tenant, token, kind, noted_at) VALUES (?, ?, ?, ?)",
                        sign.tenant().value(),
                        sign.token(),
                        sign.kind().name(),
                        sign.notedAt())
                .insertsIfAbsent();
    }

    /** The lock decides between two that take the same: the second sees what the first has left. */
    @Override
    public List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit) {
        List<StoredSearch> ended = db.sql(
                        tx,
                        "SELECT token, query, language, outcome, asked_at FROM @search_trace"
                                + " WHERE tenant = ? AND asked_at < ? ORDER BY tenant, asked_at, token LIMIT ? FOR UPDATE",
                        tenant.value(),
                        askedBefore,
                        limit)
                .rows(row -> search(tenant, row));
        if (ended.isEmpty()) {
            return List.of();
        }
        String[] tokens = ended.stream().map(StoredSearch::token).toArray(String[]::new);
        Map<String, Set<StoredSign>> signs = signs(tx, tenant, tokens);
        db.sql(tx, "DELETE FROM @search_sign WHERE tenant = ? AND token = ANY(?)", tenant.value(), tokens)
                .update();
        db.sql(tx, "DELETE FROM @search_trace WHERE tenant = ? AND token = ANY(?)", tenant.value(), tokens)
                .update();
        return ended.stream()
                .map(search -> new EndedSearch(search, signs.getOrDefault(search.token(), Set.of())))
                .toList();
    }

    private Map<String, Set<StoredSign>> signs(Tx tx, TenantId tenant, String[] tokens) {
        return db
                .sql(
                        tx,
                        "SELECT token, kind, noted_at FROM @search_sign WHERE tenant = ? AND token = ANY(?)",
                        tenant.value(),
                        tokens)
                .rows(row -> sign(tenant, row))
                .stream()
                .collect(Collectors.groupingBy(StoredSign::token, Collectors.toSet()));
    }

    @Override
    public int dropSigns(Tx tx, TenantId tenant, Instant notedBefore, int limit) {
        // not in one statement: H2 would look anew what is old after each row that it removes
        String[] tokens = db.sql(
                        tx,
                        "SELECT token, kind FROM @search_sign WHERE tenant = ? AND noted_at < ?"
                                + " ORDER BY tenant, noted_at, token, kind LIMIT ? FOR UPDATE",
                        tenant.value(),
                        notedBefore,
                        limit)
                .rows(row -> row.text("kind") + " " + row.text("token"))
                .toArray(String[]::new);
        return tokens.length == 0
                ? 0
                : db.sql(
                                tx,
                                "DELETE FROM @search_sign WHERE tenant = ? AND kind || ' ' || token = ANY(?)"
                                        + " AND noted_at < ?",
                                tenant.value(),
                                tokens,
                                notedBefore)
                        .update();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return db.sql(
                        tx,
                        "SELECT tenant FROM @search_trace WHERE tenant > ?"
                                + " UNION SELECT tenant FROM @search_sign WHERE tenant > ? ORDER BY tenant LIMIT ?",
                        after,
                        after,
                        limit)
                .rows(row -> TenantId.of(row.text("tenant")));
    }

    private static StoredSearch search(TenantId tenant, Row row) throws SQLException {
        return new StoredSearch(
                tenant,
                row.text("token"),
                row.text("query"),
                LanguageTag.of(row.text("language")),
                SearchOutcome.valueOf(row.text("outcome")),
                row.instant("asked_at"));
    }

    private static StoredSign sign(TenantId tenant, Row row) throws SQLException {
        return new StoredSign(
                tenant, row.text("token"), StoredSign.Kind.valueOf(row.text("kind")), row.instant("noted_at"));
    }
}
