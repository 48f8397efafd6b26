// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Revision;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The categories that published articles stand in. Who writes an article's holds the lock on its row. */
final class ArticleCategories {
    private final Database db;

    ArticleCategories(Database db) {
        this.db = db;
    }

    /** Writes those of a new article. */
    void add(Tx tx, StoredArticle article) {
        insert(tx, article, wanted(article));
    }

    /** Writes what has changed, mostly nothing. */
    void replace(Tx tx, StoredArticle article) {
        Set<UUID> before = Set.copyOf(db.sql(
                        tx,
                        "SELECT category FROM @kb_article_category WHERE tenant = ? AND article = ?",
                        article.tenant().value(),
                        article.id().value())
                .rows(row -> row.uuid("category")));
        Set<UUID> wanted = wanted(article);
        delete(tx, article, without(before, wanted));
        insert(tx, article, without(wanted, before));
    }

    private void insert(Tx tx, StoredArticle article, Set<UUID> categories) {
        if (!categories.isEmpty()) {
            db.sql(
                            tx,
                            "INSERT INTO @kb_article_category (tenant, category, article)"
                                    + " SELECT a.tenant, c.item, a.id"
                                    + " FROM @kb_article a, UNNEST(CAST(? AS UUID ARRAY)) AS c (item)",
                            new Object[] {categories.toArray(UUID[]::new)})
                    .and(
                            " WHERE a.tenant = ? AND a.id = ?",
                            article.tenant().value(),
                            article.id().value())
                    .update();
        }
    }

    private void delete(Tx tx, StoredArticle article, Set<UUID> categories) {
        if (!categories.isEmpty()) {
            db.sql(
                            tx,
                            "DELETE FROM @kb_article_category WHERE tenant = ? AND article = ? AND category = ANY(?)",
                            article.tenant().value(),
                            article.id().value(),
                            categories.toArray(UUID[]::new))
                    .update();
        }
    }

    private static Set<UUID> wanted(StoredArticle article) {
        Revision<ArticleContent> published = article.parts().published();
        return published == null
                ? Set.of()
                : published.content().categories().stream()
                        .map(CategoryId::value)
                        .collect(Collectors.toSet());
    }

    private static Set<UUID> without(Set<UUID> some, Set<UUID> others) {
        Set<UUID> left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }
}
