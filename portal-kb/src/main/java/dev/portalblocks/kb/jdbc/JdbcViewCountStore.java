// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import dev.portalblocks.kb.spi.StoredViewCount;
import dev.portalblocks.kb.spi.ViewCountStore;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How often articles were seen: a table of the days that are counted, together with the rows that {@link JdbcViewStore} writes. */
public final class JdbcViewCountStore implements ViewCountStore {
    private static final int TRIES = 10;
    private static final String COUNTED =
            "SELECT article, seen_day, revision, views FROM @kb_view_count WHERE tenant = ? AND seen_day BETWEEN ? AND ?";
    private static final String UNCOUNTED =
            "SELECT article, seen_day, revision, 1 AS views FROM @kb_view WHERE tenant = ? AND seen_day BETWEEN ? AND ?";

    private final Database db;

    /** Keeps the counts in this database. */
    public JdbcViewCountStore(Database db) {
        this.db = db;
    }

    @Override
    public void add(Tx tx, StoredViewCount more) {
        for (int i = 0; i < TRIES; i++) {
            if (isAdded(tx, more) || isFirst(tx, more)) {
                return;
            }
            // another transaction was first between the two statements
        }
        throw new StorageFailure("storage.deadlock", true, null);
    }

    private boolean isAdded(Tx tx, StoredViewCount more) {
        return write(
                        tx,
                        "UPDATE @kb_view_count SET views = views + ?"
                                + " WHERE tenant = ? AND article = ? AND seen_day = ? AND revision = ?",
                        more)
                .changes();
    }

    private boolean isFirst(Tx tx, StoredViewCount more) {
        return write(
                        tx,
                        "INSERT INTO @kb_view_count (views, tenant, article, seen_day, revision) VALUES (?, ?, ?, ?, ?)",
                        more)
                .insertsIfAbsent();
    }

    private Sql write(Tx tx, String text, StoredViewCount more) {
        return db.sql(
                tx,
                text,
                more.views(),
                more.tenant().value(),
                more.article().value(),
                more.day().toEpochDay(),
                more.revision());
    }

    /** In one statement: between two a view could pass from the one table to the other. */
    @Override
    public List<ViewCount> count(Tx tx, Scope scope, ArticleId article, ViewPeriod period) {
        Sql sql = db.sql(tx, "SELECT seen_day, revision, SUM(views) AS views FROM (");
        in(sql, COUNTED, scope, period).and(" AND article = ?", article.value()).and(" UNION ALL ");
        in(sql, UNCOUNTED, scope, period).and(" AND article = ?", article.value());
        return covered(sql.and(") AS seen WHERE"), scope)
                .and(" GROUP BY seen_day, revision ORDER BY seen_day, revision")
                .rows(row -> new ViewCount(
                        LocalDate.ofEpochDay(row.number("seen_day")), row.number("revision"), row.number("views")));
    }

    @Override
    public List<ViewedArticle> most(Tx tx, Scope scope, ViewPeriod period, @Nullable Keyset after, int limit) {
        Sql sql = db.sql(tx, "SELECT seen.article, seen.views FROM (SELECT article, SUM(views) AS views FROM (");
        in(sql, COUNTED, scope, period).and(" UNION ALL ");
        in(sql, UNCOUNTED, scope, period).and(") AS each_day GROUP BY article) AS seen WHERE");
        covered(sql, scope);
        if (after != null) {
            long views = ViewCountStore.viewsAt(after);
            sql.and(
                    " AND (seen.views < ? OR (seen.views = ? AND seen.article > ?))",
                    views,
                    views,
                    UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY seen.views DESC, seen.article LIMIT ?", limit)
                .rows(row -> new ViewedArticle(ArticleId.of(row.uuid("article")), row.number("views")));
    }

    private static Sql in(Sql sql, String text, Scope scope, ViewPeriod period) {
        return sql.and(
                text,
                scope.tenant().value(),
                period.first().toEpochDay(),
                period.last().toEpochDay());
    }

    private static Sql covered(Sql sql, Scope scope) {
        return PartsRows.withinBothSides(
                        sql.and(
                                " (SELECT COUNT(*) FROM @kb_article a WHERE a.tenant = ? AND a.id = seen.article",
                                scope.tenant().value()),
                        scope)
                .and(") = 1");
    }

    @Override
    public int purge(Tx tx, TenantId tenant, LocalDate before, int limit) {
        // not in one statement: H2 would look anew what is old after each row that it removes
        List<StoredViewCount> old = db.sql(
                        tx,
                        "SELECT article, seen_day, revision FROM @kb_view_count WHERE tenant = ? AND seen_day < ?"
                                + " ORDER BY tenant, seen_day, article, revision LIMIT ?",
                        tenant.value(),
                        before.toEpochDay(),
                        limit)
                .rows(row -> new StoredViewCount(
                        tenant,
                        ArticleId.of(row.uuid("article")),
                        row.number("revision"),
                        LocalDate.ofEpochDay(row.number("seen_day")),
                        0));
        return (int) old.stream().filter(count -> isDeleted(tx, count)).count();
    }

    private boolean isDeleted(Tx tx, StoredViewCount old) {
        return db.sql(
                        tx,
                        "DELETE FROM @kb_view_count WHERE tenant = ? AND article = ? AND seen_day = ? AND revision = ?",
                        old.tenant().value(),
                        old.article().value(),
                        old.day().toEpochDay(),
                        old.revision())
                .changes();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return db.sql(
                        tx,
                        "SELECT DISTINCT tenant FROM @kb_view_count WHERE tenant > ? ORDER BY tenant LIMIT ?",
                        after,
                        limit)
                .rows(row -> TenantId.of(row.text("tenant")));
    }
}
