// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.ArticleStamp;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles as readers see them: a view of the rows that {@link JdbcArticleStore} writes. */
public final class JdbcPublishedArticleStore implements PublishedArticleStore {
    private static final String ARTICLES = " FROM @kb_article a WHERE a.tenant = ?";
    private static final String WITH_CATEGORIES = " FROM @kb_article_category c"
            + " JOIN @kb_article a ON a.tenant = c.tenant AND a.id = c.article WHERE c.tenant = ?";
    private static final String WITH_SLUGS =
            " FROM @kb_slug s" + " JOIN @kb_article a ON a.tenant = s.tenant AND a.id = s.article WHERE s.tenant = ?";
    private static final String GONE = "ARRAY(SELECT g.category FROM @kb_article_category g"
            + " WHERE g.tenant = a.tenant AND g.article = a.id"
            // not by NOT EXISTS, for which PostgreSQL's general plan reads all categories
            + " AND (SELECT COUNT(*) FROM @kb_category k WHERE k.tenant = g.tenant AND k.id = g.category) = 0) AS gone";

    private final Database db;

    /** Reads the articles in this database. */
    public JdbcPublishedArticleStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
        return shown(scope, select(tx, scope, ARTICLES), moment)
                .and(" AND a.id = ?", id.value())
                .first(row -> article(row, moment));
    }

    @Override
    public Optional<PlannedArticle> findBySlug(Tx tx, Scope scope, LanguageTag language, String slug, Instant since) {
        return PartsRows.lasting(visible(scope, select(tx, scope, WITH_SLUGS)), since)
                .and(" AND s.language = ? AND s.slug = ?", language.toString(), slug)
                .first(JdbcPublishedArticleStore::planned);
    }

    @Override
    public List<PublishedArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids, Instant moment) {
        return shown(scope, select(tx, scope, ARTICLES), moment)
                .in("a.id", ids.stream().map(ArticleId::value).toList())
                .rows(row -> article(row, moment));
    }

    @Override
    public List<PublishedArticle> list(
            Tx tx, Scope scope, Instant moment, @Nullable CategoryId category, @Nullable Keyset after, int limit) {
        Sql sql;
        String place; // of the index that has the order
        if (category == null) {
            place = "a.tenant, a.id";
            sql = select(tx, scope, ARTICLES);
        } else {
            place = "c.tenant, c.category, c.article";
            sql = select(tx, scope, WITH_CATEGORIES)
                    .and(" AND c.category = ?", category.value())
                    .and(
                            " AND EXISTS (SELECT 1 FROM @kb_category k WHERE k.tenant = ? AND k.id = ?)",
                            scope.tenant().value(),
                            category.value());
        }
        if (after != null) {
            UUID last = UUID.fromString(after.id());
            // of both, as a merge of the two would begin with the first article otherwise
            sql.and(" AND a.id > ?", last).when(category != null, " AND c.article > ?", last);
        }
        return shown(scope, sql, moment)
                .and(" ORDER BY " + place + " LIMIT ?", limit)
                .rows(row -> article(row, moment));
    }

    @Override
    public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment) {
        String text = "SELECT c.category, COUNT(*) AS articles" + WITH_CATEGORIES;
        return shown(scope, db.sql(tx, text, scope.tenant().value()), moment)
                .and(" AND EXISTS (SELECT 1 FROM @kb_category k WHERE k.tenant = c.tenant AND k.id = c.category)")
                .and(" GROUP BY c.category")
                .rows(row -> Map.entry(CategoryId.of(row.uuid("category")), row.integer("articles")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<PlannedArticle> findSchedule(Tx tx, Scope scope, ArticleId id, Instant since) {
        return lasting(tx, scope, since).and(" AND a.id = ?", id.value()).first(JdbcPublishedArticleStore::planned);
    }

    @Override
    public Optional<ArticleStamp> findStamp(Tx tx, Scope scope, ArticleId id, Instant since) {
        Sql stamp = db.sql(
                tx,
                "SELECT a.version, a.changed_at, " + GONE + ARTICLES,
                scope.tenant().value());
        return PartsRows.lasting(visible(scope, stamp), since)
                .and(" AND a.id = ?", id.value())
                .first(JdbcPublishedArticleStore::stamp);
    }

    @Override
    public List<PlannedArticle> listSchedules(Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
        Sql sql = lasting(tx, scope, since);
        if (after != null) {
            sql.and(" AND a.id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY a.tenant, a.id LIMIT ?", limit).rows(JdbcPublishedArticleStore::planned);
    }

    private Sql select(Tx tx, Scope scope, String from) {
        return db.sql(
                tx,
                "SELECT a.id, a.version, a.published, a.schedule, a.settings, a.changed_at, " + GONE + from,
                scope.tenant().value());
    }

    private static Sql shown(Scope scope, Sql sql, Instant moment) {
        return PartsRows.shown(visible(scope, sql), moment);
    }

    private Sql lasting(Tx tx, Scope scope, Instant since) {
        return PartsRows.lasting(visible(scope, select(tx, scope, ARTICLES)), since);
    }

    /** What {@link dev.portalblocks.kb.spi.StoredArticle#publishedLabel} is decided by. */
    private static Sql visible(Scope scope, Sql sql) {
        return PartsRows.published(sql, scope, ArticleState.PUBLISHED.label());
    }

    private static PublishedArticle article(Row row, Instant moment) throws SQLException {
        return planned(row).shownAt(moment).orElseThrow();
    }

    private static PlannedArticle planned(Row row) throws SQLException {
        ArticleStamp stamp = stamp(row);
        return new PlannedArticle(
                ArticleId.of(row.uuid("id")),
                stamp,
                ArticleRows.PARTS.schedule(row).with(content -> content.outOf(stamp.gone())),
                ArticleRows.settings(row));
    }

    private static ArticleStamp stamp(Row row) throws SQLException {
        Set<CategoryId> gone = row.uuids("gone").stream().map(CategoryId::of).collect(Collectors.toUnmodifiableSet());
        return new ArticleStamp(row.number("version"), row.instant("changed_at"), gone);
    }
}
