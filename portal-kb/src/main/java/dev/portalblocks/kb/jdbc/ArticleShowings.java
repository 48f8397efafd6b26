// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.model.Showing;
import dev.portalblocks.kb.spi.StoredArticle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When readers see what of an article. Who writes an article's holds the lock on its row. */
final class ArticleShowings {
    private final Database db;

    ArticleShowings(Database db) {
        this.db = db;
    }

    /** Writes those of a new article. */
    void add(Tx tx, StoredArticle article) {
        article.parts().schedule().showings().forEach(showing -> insert(tx, article, showing));
    }

    /** Writes what has changed, mostly nothing. A showing that holds a revision of its own is written anew. */
    void replace(Tx tx, StoredArticle article) {
        List<Row> before = new ArrayList<>(db.sql(
                        tx,
                        "SELECT shown_from, shown_until, CASE WHEN revision IS NULL THEN 0 ELSE 1 END AS own"
                                + " FROM @kb_showing WHERE tenant = ? AND article = ?",
                        article.tenant().value(),
                        article.id().value())
                .rows(row ->
                        new Row(row.instant("shown_from"), row.instantOrNull("shown_until"), row.integer("own") == 1)));
        List<Showing> missing = new ArrayList<>();
        for (Showing showing : article.parts().schedule().showings()) {
            Row row = new Row(showing.from(), showing.until(), isItsOwn(article, showing));
            if (row.own() || !before.remove(row)) {
                missing.add(showing);
            }
        }
        before.forEach(row -> delete(tx, article, row.from()));
        missing.forEach(showing -> insert(tx, article, showing));
    }

    private record Row(Instant from, @Nullable Instant until, boolean own) {}

    private void insert(Tx tx, StoredArticle article, Showing showing) {
        db.sql(
                        tx,
                        "INSERT INTO @kb_showing (tenant, article, shown_from, shown_until, revision)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        article.tenant().value(),
                        article.id().value(),
                        showing.from(),
                        showing.until(),
                        isItsOwn(article, showing) ? db.json().bytes(showing.revision()) : null)
                .update();
    }

    private void delete(Tx tx, StoredArticle article, Instant from) {
        db.sql(
                        tx,
                        "DELETE FROM @kb_showing WHERE tenant = ? AND article = ? AND shown_from = ?",
                        article.tenant().value(),
                        article.id().value(),
                        from)
                .update();
    }

    private static boolean isItsOwn(StoredArticle article, Showing showing) {
        return !showing.revision().equals(article.parts().published());
    }
}
