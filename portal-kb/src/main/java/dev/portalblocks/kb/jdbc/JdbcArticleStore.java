// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.jdbc.PartsRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles as editors see them, in a table; beside it those of the categories and of the languages of the published ones. */
public final class JdbcArticleStore implements ArticleStore {
    private static final List<String> WRITTEN = Stream.concat(
                    PartsRows.WRITTEN.stream(),
                    Stream.of("state", "settings", "owner", "review_by", "version", "changed_at"))
            .toList();

    private final Database db;
    private final ArticleCategories categories;
    private final ArticleLanguages languages;

    /** Keeps the articles in this database. */
    public JdbcArticleStore(Database db) {
        this.db = db;
        this.categories = new ArticleCategories(db);
        this.languages = new ArticleLanguages(db);
    }

    @Override
    public Optional<StoredArticle> find(Tx tx, Scope scope, ArticleId id) {
        return first(scope, ArticleRows.select(db, tx, scope).and(" AND id = ?", id.value()));
    }

    @Override
    public Optional<StoredArticle> findForUpdate(Tx tx, Scope scope, ArticleId id) {
        return first(scope, ArticleRows.select(db, tx, scope).and(" AND id = ? FOR UPDATE", id.value()));
    }

    @Override
    public Optional<StoredArticle> findBySource(Tx tx, Scope scope, SourceKey source) {
        Place place = Place.of(source);
        return first(
                scope,
                ArticleRows.select(db, tx, scope)
                        .and(
                                " AND source = ? AND path_head = ? AND path = ?",
                                place.source(),
                                place.head(),
                                place.path()));
    }

    @Override
    public boolean insert(Tx tx, StoredArticle article) {
        Place place = Place.of(article.source());
        boolean added = db.sql(
                        tx,
                        "INSERT INTO @kb_article (" + String.join(", ", WRITTEN)
                                + ", tenant, id, source, path_head, path, path_hash) VALUES (?"
                                + ", ?".repeat(WRITTEN.size() + 5) + ")",
                        values(article))
                .and("", article.tenant().value(), article.id().value())
                .and("", place.source(), place.head(), place.path(), place.hash())
                .insertsIfAbsent();
        if (added) {
            categories.add(tx, article);
            languages.add(tx, article);
        }
        return added;
    }

    @Override
    public boolean update(Tx tx, StoredArticle article) {
        Place place = Place.of(article.source());
        boolean changed = db.sql(
                        tx, "UPDATE @kb_article SET " + String.join(" = ?, ", WRITTEN) + " = ?", values(article))
                .and(
                        " WHERE tenant = ? AND id = ? AND version = ?",
                        article.tenant().value(),
                        article.id().value(),
                        article.version() - 1)
                .and(" AND source IS NOT DISTINCT FROM ? AND path IS NOT DISTINCT FROM ?", place.source(), place.path())
                .changes();
        if (changed) {
            categories.replace(tx, article);
            languages.replace(tx, article);
        }
        return changed;
    }

    @Override
    public List<StoredArticle> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        Sql sql = ArticleRows.select(db, tx, scope);
        if (after != null) {
            sql.and(" AND id > ?", UUID.fromString(after.id()));
        }
        return sql.and(" ORDER BY tenant, id LIMIT ?", limit).rows(row -> ArticleRows.article(scope.tenant(), row));
    }

    @Override
    public List<StoredArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids) {
        return ArticleRows.select(db, tx, scope)
                .in("a.id", ids.stream().map(ArticleId::value).toList())
                .rows(row -> ArticleRows.article(scope.tenant(), row));
    }

    @Override
    public List<StoredArticle> listBySource(Tx tx, Scope scope, String source, @Nullable Keyset after, int limit) {
        Sql sql = ArticleRows.select(db, tx, scope).and(" AND source = ?", source);
        if (after != null) {
            String head = Place.head(after.id());
            sql.and(" AND path_head >= ? AND (path_head, path) > (?, ?)", head, head, after.id());
        }
        return sql.and(" ORDER BY tenant, source, path_head, path LIMIT ?", limit)
                .rows(row -> ArticleRows.article(scope.tenant(), row));
    }

    private static Optional<StoredArticle> first(Scope scope, Sql sql) {
        return sql.first(row -> ArticleRows.article(scope.tenant(), row));
    }

    private @Nullable Object[] values(StoredArticle article) {
        ArticleSettings settings = article.settings();
        return Stream.concat(
                        Stream.of(ArticleRows.PARTS.values(article.parts(), db.json())),
                        Stream.of(
                                article.state().label(),
                                settings.equals(ArticleSettings.none())
                                        ? null
                                        : db.json().bytes(settings),
                                settings.owner(),
                                settings.reviewBy() == null
                                        ? null
                                        : settings.reviewBy().toString(),
                                article.version(),
                                article.changedAt()))
                .toArray();
    }
}
