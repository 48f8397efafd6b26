// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CareReason;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.HealthLimits;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which articles need care: a view of the rows of articles, votes and views, which reads no text. */
public final class JdbcArticleHealthStore implements ArticleHealthStore {
    private static final String OUTDATED =
            "EXISTS (SELECT 1 FROM @kb_article_language l WHERE l.tenant = a.tenant AND l.article = a.id AND l.outdated"
                    + " AND (l.shown_until IS NULL OR l.shown_until > ?))";
    private static final String UNHELPFUL =
            "EXISTS (SELECT 1 FROM @kb_vote v WHERE v.tenant = a.tenant AND v.article = a.id AND v.revision ="
                    + " (SELECT MAX(x.revision) FROM @kb_vote x WHERE x.tenant = a.tenant AND x.article = a.id)"
                    + " GROUP BY v.revision HAVING COUNT(*) >= ?"
                    + " AND SUM(CASE WHEN v.helpful THEN 100 ELSE 0 END) < COUNT(*) * ?)";
    private static final String UNSEEN =
            "a.changed_at < ? AND NOT EXISTS (SELECT 1 FROM @kb_view_count c WHERE c.tenant = a.tenant"
                    + " AND c.article = a.id AND c.seen_day >= ?) AND NOT EXISTS (SELECT 1 FROM @kb_view w"
                    + " WHERE w.tenant = a.tenant AND w.article = a.id AND w.seen_day >= ?)";
    private static final Comparator<OwnerHealth> BY_OWNER =
            Comparator.comparing(OwnerHealth::owner, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Database db;

    /** Reads articles, votes and views in this database. */
    public JdbcArticleHealthStore(Database db) {
        this.db = db;
    }

    @Override
    public List<OwnerHealth> owners(Tx tx, Scope scope, HealthLimits limits) {
        Sql sql = db.sql(
                tx,
                "SELECT owner, COUNT(*) AS articles, SUM(overdue) AS overdue, SUM(outdated) AS outdated,"
                        + " SUM(unchanged) AS unchanged, SUM(unhelpful) AS unhelpful, SUM(unseen) AS unseen FROM (");
        return measured(sql, scope, limits)
                .and(") AS measured GROUP BY owner")
                .rows(JdbcArticleHealthStore::health)
                .stream()
                .sorted(BY_OWNER)
                .toList();
    }

    @Override
    public List<NeedyArticle> needy(
            Tx tx, Scope scope, HealthLimits limits, @Nullable String owner, @Nullable Keyset after, int limit) {
        Sql sql = db.sql(
                tx,
                "SELECT * FROM (SELECT id, owner, overdue, outdated, unchanged, unhelpful, unseen,"
                        + " overdue + outdated + unchanged + unhelpful + unseen AS reasons FROM (");
        measured(sql, scope, limits)
                .when(owner != null, " AND a.owner = ?", owner)
                .and(") AS measured) AS needy WHERE reasons > 0");
        if (after != null) {
            int reasons = ArticleHealthStore.reasonsAt(after);
            sql.and(" AND (reasons < ? OR (reasons = ? AND id > ?))", reasons, reasons, UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY reasons DESC, id LIMIT ?", limit).rows(JdbcArticleHealthStore::needy);
    }

    /** Goes on with the articles, and a 1 for each reason that they have. */
    private static Sql measured(Sql sql, Scope scope, HealthLimits limits) {
        flag(
                sql.and("SELECT a.id, a.owner"),
                "a.review_by < ?",
                "overdue",
                limits.today().toString());
        flag(sql, OUTDATED, "outdated", limits.now());
        flag(sql, "a.changed_at < ?", "unchanged", limits.unchangedSince());
        flag(sql, UNHELPFUL, "unhelpful", limits.votes(), limits.helpfulPercent());
        LocalDate from = limits.unseenFrom();
        Instant since = limits.unseenSince();
        if (from == null || since == null) {
            sql.and(", 0 AS unseen");
        } else {
            flag(sql, UNSEEN, "unseen", since, from.toEpochDay(), from.toEpochDay());
        }
        sql.and(
                " FROM @kb_article a WHERE a.tenant = ? AND a.state = ?",
                scope.tenant().value(),
                ArticleState.PUBLISHED.label());
        return PartsRows.lasting(PartsRows.withinBothSides(sql, scope), limits.now());
    }

    private static void flag(Sql sql, String condition, String name, Object... values) {
        sql.and(", CASE WHEN " + condition + " THEN 1 ELSE 0 END AS " + name, values);
    }

    private static OwnerHealth health(Row row) throws SQLException {
        return new OwnerHealth(
                row.textOrNull("owner"),
                row.integer("articles"),
                row.integer("overdue"),
                row.integer("outdated"),
                row.integer("unchanged"),
                row.integer("unhelpful"),
                row.integer("unseen"));
    }

    private static NeedyArticle needy(Row row) throws SQLException {
        List<CareReason> reasons = new ArrayList<>();
        add(reasons, row, "overdue", CareReason.REVIEW_OVERDUE);
        add(reasons, row, "outdated", CareReason.TRANSLATION_OUTDATED);
        add(reasons, row, "unchanged", CareReason.UNCHANGED);
        add(reasons, row, "unhelpful", CareReason.UNHELPFUL);
        add(reasons, row, "unseen", CareReason.UNSEEN);
        return new NeedyArticle(ArticleId.of(row.uuid("id")), row.textOrNull("owner"), reasons);
    }

    private static void add(List<CareReason> reasons, Row row, String column, CareReason reason) throws SQLException {
        if (row.integer(column) > 0) {
            reasons.add(reason);
        }
    }
}
