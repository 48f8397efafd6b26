// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.jdbc;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.QueryRanking;
import dev.portalblocks.search.learning.spi.QueryTotals;
import dev.portalblocks.search.learning.spi.StoredQueryDay;
import java.sql.SQLException;
import java.util.List;

/** Counts of queries in a table, a row for each day, query and language. */
public final class JdbcQueryCountStore implements QueryCountStore {
    private static final int ROUNDS = 3;
    private static final String SUMS =
            "SELECT query, language, SUM(asked) AS asked, SUM(nothing_there) AS nothing_there,"
                    + " SUM(other_audience) AS other_audience, SUM(other_language) AS other_language,"
                    + " SUM(filtered) AS filtered, SUM(unopened) AS unopened, SUM(followed) AS followed,"
                    + " SUM(asked * ? + nothing_there * ? + other_audience * ? + other_language * ? + filtered * ?"
                    + " + unopened * ? + followed * ?) AS weight FROM @query_count"
                    + " WHERE tenant = ? AND counted_day BETWEEN ? AND ? GROUP BY query, language";

    private final Database db;

    /** Keeps the counts in this database. */
    public JdbcQueryCountStore(Database db) {
        this.db = db;
    }

    @Override
    public void add(Tx tx, StoredQueryDay more) {
        for (int round = 0; round < ROUNDS; round++) {
            if (isAdded(tx, more) || isFirst(tx, more)) {
                return;
            }
            // another transaction was first between the two statements
        }
        throw new StorageFailure("storage.deadlock", true, null);
    }

    private boolean isAdded(Tx tx, StoredQueryDay more) {
        QueryCounts counts = more.counts();
        return db.sql(
                        tx,
                        "UPDATE @query_count SET asked = asked + ?, nothing_there = nothing_there + ?,"
                                + " other_audience = other_audience + ?, other_language = other_language + ?,"
                                + " filtered = filtered + ?, unopened = unopened + ?, followed = followed + ?",
                        figures(counts))
                .and(
                        " WHERE tenant = ? AND counted_day = ? AND query = ? AND language = ?",
                        more.tenant().value(),
                        more.day(),
                        more.query(),
                        more.language().value())
                .changes();
    }

    private boolean isFirst(Tx tx, StoredQueryDay more) {
        return db.sql(
                        tx,
                        "INSERT INTO @query_count (asked, nothing_there, other_audience, other_language, filtered,"
                                + " unopened, followed, tenant, counted_day, query, language)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        figures(more.counts()))
                .and(
                        "",
                        more.tenant().value(),
                        more.day(),
                        more.query(),
                        more.language().value())
                .insertsIfAbsent();
    }

    @Override
    public List<QueryGap> top(Tx tx, TenantId tenant, QueryRanking ranking, int limit) {
        return db.sql(tx, "SELECT * FROM (" + SUMS, figures(ranking.weights()))
                .and("", tenant.value(), ranking.firstDay(), ranking.lastDay())
                .and(
                        ") AS sums WHERE asked >= ? AND weight > 0 ORDER BY weight DESC, asked DESC, query, language LIMIT ?",
                        ranking.atLeast(),
                        limit)
                .rows(JdbcQueryCountStore::gap);
    }

    @Override
    public QueryTotals totals(Tx tx, TenantId tenant, QueryRanking ranking) {
        return db.sql(
                        tx,
                        "SELECT COALESCE(SUM(asked), 0) AS asked,"
                                + " COALESCE(SUM(CASE WHEN asked >= ? THEN asked ELSE 0 END), 0) AS frequent"
                                + " FROM (SELECT SUM(asked) AS asked FROM @query_count"
                                + " WHERE tenant = ? AND counted_day BETWEEN ? AND ? GROUP BY query, language) AS sums",
                        ranking.atLeast(),
                        tenant.value(),
                        ranking.firstDay(),
                        ranking.lastDay())
                .first(row -> new QueryTotals(row.number("asked"), row.number("frequent")))
                .orElseThrow();
    }

    @Override
    public int purge(Tx tx, TenantId tenant, long beforeDay, long asked, int limit) {
        List<Old> old = db.sql(
                        tx,
                        "SELECT counted_day, query, language FROM @query_count AS old"
                                + " WHERE tenant = ? AND counted_day < ? AND ? > (SELECT SUM(asked) FROM @query_count"
                                + " WHERE tenant = old.tenant AND query = old.query AND language = old.language)"
                                + " ORDER BY tenant, counted_day, query, language LIMIT ?",
                        tenant.value(),
                        beforeDay,
                        asked,
                        limit)
                .rows(row -> new Old(row.number("counted_day"), row.text("query"), row.text("language")));
        return (int) old.stream().filter(row -> isDeleted(tx, tenant, row)).count();
    }

    private boolean isDeleted(Tx tx, TenantId tenant, Old old) {
        return db.sql(
                        tx,
                        "DELETE FROM @query_count WHERE tenant = ? AND counted_day = ? AND query = ? AND language = ?",
                        tenant.value(),
                        old.day(),
                        old.query(),
                        old.language())
                .changes();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return db.sql(
                        tx,
                        "SELECT DISTINCT tenant FROM @query_count WHERE tenant > ? ORDER BY tenant LIMIT ?",
                        after,
                        limit)
                .rows(row -> TenantId.of(row.text("tenant")));
    }

    private static Object[] figures(QueryCounts counts) {
        return new Object[] {
            counts.asked(),
            counts.nothingThere(),
            counts.otherAudience(),
            counts.otherLanguage(),
            counts.filtered(),
            counts.unopened(),
            counts.followed()
        };
    }

    private static QueryGap gap(Row row) throws SQLException {
        return new QueryGap(
                row.text("query"),
                LanguageTag.of(row.text("language")),
                new QueryCounts(
                        row.number("asked"),
                        row.number("nothing_there"),
                        row.number("other_audience"),
                        row.number("other_language"),
                        row.number("filtered"),
                        row.number("unopened"),
                        row.number("followed")));
    }

    private record Old(long day, String query, String language) {}
}
