// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles as those look at them who answer for them: a view of the rows that {@link JdbcArticleStore} writes. */
public final class JdbcArticleCareStore implements ArticleCareStore {
    private static final String LASTS = "(l.shown_until IS NULL OR l.shown_until > ?)";

    private final Database db;

    /** Reads the articles in this database. */
    public JdbcArticleCareStore(Database db) {
        this.db = db;
    }

    @Override
    public List<StoredArticle> listOwned(Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit) {
        Sql sql = ArticleRows.select(db, tx, scope).and(" AND owner = ?", owner);
        if (after != null) {
            sql.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, owner, id LIMIT ?", limit)
                .rows(row -> ArticleRows.article(scope.tenant(), row));
    }

    @Override
    public List<StoredArticle> listDue(
            Tx tx, Scope scope, LocalDate until, @Nullable String owner, @Nullable Keyset after, int limit) {
        Sql sql = ArticleRows.select(db, tx, scope)
                .and(" AND review_by <= ?", until.toString())
                .when(owner != null, " AND owner = ?", owner);
        if (after != null) {
            sql.and(
                    " AND review_by >= ? AND (review_by, id) > (?, ?)",
                    after.sortKey(),
                    after.sortKey(),
                    UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, review_by, id LIMIT ?", limit)
                .rows(row -> ArticleRows.article(scope.tenant(), row));
    }

    /** The row of no language counts the articles: in one statement, as two would see what changed between them. */
    @Override
    public List<LanguageCoverage> countByLanguage(Tx tx, Scope scope, Instant since) {
        Sql sql = db.sql(
                tx,
                "SELECT l.language, COUNT(*) AS articles, SUM(CASE WHEN l.outdated THEN 1 ELSE 0 END) AS outdated"
                        + " FROM @kb_article_language l JOIN @kb_article a ON a.tenant = l.tenant AND a.id = l.article"
                        + " WHERE l.tenant = ? AND " + LASTS,
                scope.tenant().value(),
                since);
        PartsRows.withinBothSides(sql, scope)
                .and(
                        " GROUP BY l.language UNION ALL SELECT '', COUNT(*), 0 FROM @kb_article a"
                                + " WHERE a.tenant = ? AND a.state = ?",
                        scope.tenant().value(),
                        ArticleState.PUBLISHED.label());
        List<Count> counts = PartsRows.lasting(PartsRows.withinBothSides(sql, scope), since)
                .rows(row -> new Count(row.text("language"), row.integer("articles"), row.integer("outdated")));
        int all =
                counts.stream().filter(Count::isOfAll).mapToInt(Count::articles).sum();
        return counts.stream()
                .filter(count -> !count.isOfAll())
                .map(count ->
                        new LanguageCoverage(LanguageTag.of(count.language()), all, count.articles(), count.outdated()))
                .sorted(Comparator.comparing(LanguageCoverage::language))
                .toList();
    }

    /** A text is looked for article by article, by its key: a page of the list is all that is read where much is missing. */
    @Override
    public List<StoredArticle> listUntranslated(
            Tx tx, Scope scope, LanguageTag language, Instant since, @Nullable Keyset after, int limit) {
        Sql sql = PartsRows.lasting(ArticleRows.select(db, tx, scope), since)
                .and(" AND a.state = ?", ArticleState.PUBLISHED.label())
                .and(
                        " AND (SELECT l.article FROM @kb_article_language l WHERE l.tenant = a.tenant"
                                + " AND l.language = ? AND l.article = a.id AND NOT l.outdated AND " + LASTS
                                + ") IS NULL",
                        language.toString(),
                        since);
        if (after != null) {
            sql.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, id LIMIT ?", limit).rows(row -> ArticleRows.article(scope.tenant(), row));
    }

    private record Count(String language, int articles, int outdated) {
        boolean isOfAll() {
            return language.isEmpty();
        }
    }
}
