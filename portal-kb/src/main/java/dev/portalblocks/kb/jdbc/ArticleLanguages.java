// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.spi.ShownText;
import dev.portalblocks.kb.spi.StoredArticle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The languages in which readers see articles, now or later. Who writes an article's holds the lock on its row. */
final class ArticleLanguages {
    private final Database db;

    ArticleLanguages(Database db) {
        this.db = db;
    }

    /** Writes those of a new article. */
    void add(Tx tx, StoredArticle article) {
        insert(tx, article, ShownText.of(article));
    }

    /** Writes what has changed, mostly nothing. */
    void replace(Tx tx, StoredArticle article) {
        Set<ShownText> before = Set.copyOf(db.sql(
                        tx,
                        "SELECT language, shown_until, outdated FROM @kb_article_language WHERE tenant = ? AND article = ?",
                        article.tenant().value(),
                        article.id().value())
                .rows(row -> new ShownText(
                        LanguageTag.of(row.text("language")), row.instantOrNull("shown_until"), row.flag("outdated"))));
        List<ShownText> wanted = ShownText.of(article);
        delete(tx, article, without(before, wanted));
        insert(tx, article, without(wanted, before));
    }

    private void insert(Tx tx, StoredArticle article, Collection<ShownText> texts) {
        if (texts.isEmpty()) {
            return;
        }
        Sql sql = db.sql(
                tx, "INSERT INTO @kb_article_language (tenant, language, article, shown_until, outdated) VALUES ");
        String between = "";
        for (ShownText text : texts) {
            sql.and(
                    between + "(?, ?, ?, ?, ?)",
                    article.tenant().value(),
                    text.language().toString(),
                    article.id().value(),
                    text.until(),
                    text.outdated());
            between = ", ";
        }
        sql.update();
    }

    private void delete(Tx tx, StoredArticle article, Collection<ShownText> texts) {
        if (!texts.isEmpty()) {
            String[] languages =
                    texts.stream().map(text -> text.language().toString()).toArray(String[]::new);
            db.sql(
                            tx,
                            "DELETE FROM @kb_article_language WHERE tenant = ? AND article = ? AND language = ANY(?)",
                            article.tenant().value(),
                            article.id().value(),
                            languages)
                    .update();
        }
    }

    private static Set<ShownText> without(Collection<ShownText> some, Collection<ShownText> others) {
        Set<ShownText> left = new HashSet<>(some);
        left.removeAll(Set.copyOf(others));
        return left;
    }
}
