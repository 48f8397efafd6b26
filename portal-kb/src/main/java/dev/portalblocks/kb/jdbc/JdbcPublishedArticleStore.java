// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.model.Schedule;
import dev.portalblocks.kb.model.Showing;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles as readers see them: a view of the rows that {@link JdbcArticleStore} writes. */
public final class JdbcPublishedArticleStore implements PublishedArticleStore {
    private static final String SHOWN = " JOIN @kb_showing s ON s.tenant = a.tenant AND s.article = a.id"
            + " AND s.shown_from <= ? AND (s.shown_until IS NULL OR s.shown_until > ?)";
    private static final String ARTICLES = " FROM @kb_article a" + SHOWN + " WHERE a.tenant = ?";
    private static final String WITH_CATEGORIES = " FROM @kb_article_category c"
            + " JOIN @kb_article a ON a.tenant = c.tenant AND a.id = c.article" + SHOWN + " WHERE c.tenant = ?";
    private static final String LASTING = " AND EXISTS (SELECT 1 FROM @kb_showing s WHERE s.tenant = a.tenant"
            + " AND s.article = a.id AND (s.shown_until IS NULL OR s.shown_until > ?))";

    private final Database db;

    /** Reads the articles in this database. */
    public JdbcPublishedArticleStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id, Instant moment) {
        return visible(scope, shown(tx, scope, moment, ARTICLES))
                .and(" AND a.id = ?", id.value())
                .first(JdbcPublishedArticleStore::article);
    }

    @Override
    public List<PublishedArticle> list(
            Tx tx, Scope scope, Instant moment, @Nullable CategoryId category, @Nullable Keyset after, int limit) {
        Sql sql;
        String place; // of the index that has the order
        if (category == null) {
            place = "a.tenant, a.id";
            sql = shown(tx, scope, moment, ARTICLES);
        } else {
            place = "c.tenant, c.category, c.article";
            sql = shown(tx, scope, moment, WITH_CATEGORIES).and(" AND c.category = ?", category.value());
        }
        if (after != null) {
            UUID last = UUID.fromString(after.id());
            // of both, as a merge of the two would begin with the first article otherwise
            sql.and(" AND a.id > ?", last).when(category != null, " AND c.article > ?", last);
        }
        return visible(scope, sql)
                .and(" ORDER BY " + place + " LIMIT ?", limit)
                .rows(JdbcPublishedArticleStore::article);
    }

    @Override
    public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope, Instant moment) {
        String text = "SELECT c.category, COUNT(*) AS articles" + WITH_CATEGORIES;
        return visible(scope, db.sql(tx, text, moment, moment, scope.tenant().value()))
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
    public List<PlannedArticle> listSchedules(Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
        Sql sql = lasting(tx, scope, since);
        if (after != null) {
            sql.and(" AND a.id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY a.tenant, a.id LIMIT ?", limit).rows(JdbcPublishedArticleStore::planned);
    }

    private Sql shown(Tx tx, Scope scope, Instant moment, String from) {
        return db.sql(
                tx,
                "SELECT a.id, s.shown_from, s.shown_until, COALESCE(s.revision, a.published) AS revision" + from,
                moment,
                moment,
                scope.tenant().value());
    }

    private Sql lasting(Tx tx, Scope scope, Instant since) {
        Sql sql = db.sql(
                tx,
                "SELECT a.id, a.published, a.schedule FROM @kb_article a WHERE a.tenant = ?",
                scope.tenant().value());
        return visible(scope, sql).and(LASTING, since);
    }

    /** What {@link dev.portalblocks.kb.spi.StoredArticle#publishedLabel} is decided by. */
    private static Sql visible(Scope scope, Sql sql) {
        return sql.and(" AND a.state = ? AND a.published IS NOT NULL", ArticleState.PUBLISHED.label())
                .among("a.state", scope.states().restriction(), state -> state)
                .amongAnyOrAbsent("a.published_audiences", scope.audiences().restriction(), Audience::token);
    }

    private static PublishedArticle article(Row row) throws SQLException {
        Showing showing = new Showing(
                row.instant("shown_from"), row.instantOrNull("shown_until"), row.json("revision", Revision.class));
        return new PublishedArticle(ArticleId.of(row.uuid("id")), showing);
    }

    private static PlannedArticle planned(Row row) throws SQLException {
        Schedule schedule = row.jsonOrNull("schedule", Schedule.class);
        return new PlannedArticle(
                ArticleId.of(row.uuid("id")),
                schedule != null ? schedule : Schedule.of(row.json("published", Revision.class)));
    }
}
