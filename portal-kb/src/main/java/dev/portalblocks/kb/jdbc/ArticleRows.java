// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.JsonType;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.jdbc.PartsRows;
import dev.portalblocks.publishing.model.Revision;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads the one table of articles, which the editors' store and the readers' look at. */
final class ArticleRows {
    private static final String ALL = "id, state, source, path, " + PartsRows.READ + ", settings, version, changed_at";

    static final JsonType<Revision<ArticleContent>> REVISION = new JsonType<>() {};
    static final PartsRows<ArticleContent> PARTS = new PartsRows<>(ArticleContent.class, REVISION, new JsonType<>() {});

    private ArticleRows() {}

    /** Begins a query of articles that {@link StoredArticle#isWithin} admits to the scope. */
    static Sql select(Database db, Tx tx, Scope scope) {
        return PartsRows.withinBothSides(
                db.sql(
                        tx,
                        "SELECT " + ALL + " FROM @kb_article a WHERE a.tenant = ?",
                        scope.tenant().value()),
                scope);
    }

    static StoredArticle article(TenantId tenant, Row row) throws SQLException {
        String source = row.textOrNull("source");
        return new StoredArticle(
                tenant,
                ArticleId.of(row.uuid("id")),
                state(row.text("state")),
                source == null ? null : new SourceKey(source, row.text("path")),
                PARTS.parts(row),
                settings(row),
                row.number("version"),
                row.instant("changed_at"));
    }

    /** An article without settings has none written. */
    static ArticleSettings settings(Row row) throws SQLException {
        ArticleSettings settings = row.jsonOrNull("settings", ArticleSettings.class);
        return settings == null ? ArticleSettings.none() : settings;
    }

    private static ArticleState state(String label) {
        return Arrays.stream(ArticleState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
