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
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles as readers see them: a view of the rows that {@link JdbcArticleStore} writes. */
public final class JdbcPublishedArticleStore implements PublishedArticleStore {
    private static final String WITH_CATEGORIES = " FROM @kb_article_category c"
            + " JOIN @kb_article a ON a.tenant = c.tenant AND a.id = c.article WHERE c.tenant = ?";

    private final Database db;

    /** Reads the articles in this database. */
    public JdbcPublishedArticleStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id) {
        return visible(scope, select(tx, scope, " FROM @kb_article a WHERE a.tenant = ?"))
                .and(" AND a.id = ?", id.value())
                .first(JdbcPublishedArticleStore::article);
    }

    @Override
    public List<PublishedArticle> list(
            Tx tx, Scope scope, @Nullable CategoryId category, @Nullable Keyset after, int limit) {
        Sql sql;
        String place; // of the index that has the order
        if (category == null) {
            place = "a.tenant, a.id";
            sql = select(tx, scope, " FROM @kb_article a WHERE a.tenant = ?");
        } else {
            place = "c.tenant, c.category, c.article";
            sql = select(tx, scope, WITH_CATEGORIES).and(" AND c.category = ?", category.value());
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
    public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope) {
        String text = "SELECT c.category, COUNT(*) AS articles" + WITH_CATEGORIES;
        return visible(scope, db.sql(tx, text, scope.tenant().value()))
                .and(" GROUP BY c.category")
                .rows(row -> Map.entry(CategoryId.of(row.uuid("category")), row.integer("articles")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Sql select(Tx tx, Scope scope, String from) {
        return db.sql(
                tx,
                "SELECT a.id, " + ArticleRows.PUBLISHED + from,
                scope.tenant().value());
    }

    /** What {@link dev.portalblocks.kb.spi.StoredArticle#publishedLabel} is decided by. */
    private static Sql visible(Scope scope, Sql sql) {
        return sql.and(" AND a.state = ? AND a.revision IS NOT NULL", ArticleState.PUBLISHED.label())
                .among("a.state", scope.states().restriction(), state -> state)
                .amongAnyOrAbsent("a.published_audiences", scope.audiences().restriction(), Audience::token);
    }

    private static PublishedArticle article(Row row) throws SQLException {
        return new PublishedArticle(ArticleId.of(row.uuid("id")), ArticleRows.published(row));
    }
}
