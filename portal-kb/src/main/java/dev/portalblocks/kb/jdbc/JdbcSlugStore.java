// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.StoredSlug;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What articles are and were called, in a table. */
public final class JdbcSlugStore implements SlugStore {
    private final Database db;

    /** Keeps the slugs in this database. */
    public JdbcSlugStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredSlug> find(Tx tx, Scope scope, LanguageTag language, String slug) {
        return select(tx, scope)
                .and(" AND language = ? AND slug = ?", language.toString(), slug)
                .first(row -> slug(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredSlug slug) {
        return db.sql(
                        tx,
                        "INSERT INTO @kb_slug (tenant, language, slug, article, since) VALUES (?, ?, ?, ?, ?)",
                        slug.tenant().value(),
                        slug.language().toString(),
                        slug.slug(),
                        slug.article().value(),
                        slug.since())
                .insertsIfAbsent();
    }

    @Override
    public boolean delete(Tx tx, Scope scope, ArticleId article, LanguageTag language, String slug) {
        return db.sql(
                        tx,
                        "DELETE FROM @kb_slug WHERE tenant = ? AND language = ? AND slug = ? AND article = ?",
                        scope.tenant().value(),
                        language.toString(),
                        slug,
                        article.value())
                .changes();
    }

    @Override
    public List<StoredSlug> list(Tx tx, Scope scope, ArticleId article) {
        return select(tx, scope)
                .and(" AND article = ? ORDER BY language, since DESC, slug", article.value())
                .rows(row -> slug(scope.tenant(), row));
    }

    private Sql select(Tx tx, Scope scope) {
        return db.sql(
                tx,
                "SELECT language, slug, article, since FROM @kb_slug WHERE tenant = ?",
                scope.tenant().value());
    }

    private static StoredSlug slug(TenantId tenant, Row row) throws SQLException {
        return new StoredSlug(
                tenant,
                LanguageTag.of(row.text("language")),
                row.text("slug"),
                ArticleId.of(row.uuid("article")),
                row.instant("since"));
    }
}
