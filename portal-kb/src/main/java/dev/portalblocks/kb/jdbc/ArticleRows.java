// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
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
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.spi.Parts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one table of articles, which the editors' store and the readers' look at. The audiences of each side stand in the
 * row as an array, so that a lock on the row holds all that a scope decides by.
 */
final class ArticleRows {
    private static final String ALL =
            "id, state, source, path, draft, published, schedule, editing, settings, version, changed_at";

    static final JsonType<Revision<ArticleContent>> REVISION = new JsonType<>() {};
    static final JsonType<Schedule<ArticleContent>> SCHEDULE = new JsonType<>() {};

    private ArticleRows() {}

    /** Begins a query of articles that {@link StoredArticle#isWithin} admits to the scope. */
    static Sql select(Database db, Tx tx, Scope scope) {
        return within(
                db.sql(
                        tx,
                        "SELECT " + ALL + " FROM @kb_article a WHERE a.tenant = ?",
                        scope.tenant().value()),
                scope);
    }

    /** Goes on with what {@link StoredArticle#isWithin} decides by; the table of articles is called a. */
    static Sql within(Sql sql, Scope scope) {
        return sql.among("a.state", scope.states().restriction(), state -> state)
                .amongAnyOrAbsent("a.draft_audiences", scope.audiences().restriction(), Audience::token)
                .amongAnyOrAbsent("a.published_audiences", scope.audiences().restriction(), Audience::token);
    }

    /** Goes on with those that are shown at this moment or later if they are published; the table of articles is called a. */
    static Sql lasting(Sql sql, Instant since) {
        return sql.and(
                " AND ((a.shown_from IS NOT NULL AND (a.shown_until IS NULL OR a.shown_until > ?))"
                        + " OR (a.again_from IS NOT NULL AND (a.again_until IS NULL OR a.again_until > ?)))",
                since,
                since);
    }

    static StoredArticle article(TenantId tenant, Row row) throws SQLException {
        String source = row.textOrNull("source");
        return new StoredArticle(
                tenant,
                ArticleId.of(row.uuid("id")),
                state(row.text("state")),
                source == null ? null : new SourceKey(source, row.text("path")),
                parts(row),
                settings(row),
                row.number("version"),
                row.instant("changed_at"));
    }

    /** What is published and nothing else was ever planned stands in no schedule, and what was never edited in no editing. */
    private static Parts<ArticleContent> parts(Row row) throws SQLException {
        Revision<ArticleContent> published = row.jsonOrNull("published", REVISION);
        Schedule<ArticleContent> schedule = row.jsonOrNull("schedule", SCHEDULE);
        Editing editing = row.jsonOrNull("editing", Editing.class);
        return new Parts<>(
                row.jsonOrNull("draft", ArticleContent.class),
                published,
                schedule != null ? schedule : usual(published),
                editing != null ? editing : Editing.none());
    }

    /** An article without settings has none written. */
    static ArticleSettings settings(Row row) throws SQLException {
        ArticleSettings settings = row.jsonOrNull("settings", ArticleSettings.class);
        return settings == null ? ArticleSettings.none() : settings;
    }

    /** Returns the schedule of which nothing is written. */
    static Schedule<ArticleContent> usual(@Nullable Revision<ArticleContent> published) {
        return published == null ? Schedule.none() : Schedule.of(published);
    }

    static String[] audiences(ArticleContent content) {
        return content.audiences().stream().map(Audience::token).toArray(String[]::new);
    }

    private static ArticleState state(String label) {
        return Arrays.stream(ArticleState.values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
