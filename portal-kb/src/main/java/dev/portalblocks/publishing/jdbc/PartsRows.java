// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.tx.jdbc.Json;
import dev.portalblocks.core.tx.jdbc.JsonType;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.spi.Parts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns in which a table keeps both sides of what editors write, and what is asked of them; the table is called a. The audiences of
 * each side stand in the row as an array, so that a lock on the row holds all that a scope decides by. What is published and nothing else was
 * ever planned stands in no schedule, and what was never edited in no editing.
 *
 * @param <C> what editors write
 */
public final class PartsRows<C extends EditorialContent<C>> {
    /** The columns that are read, with commas between them. */
    public static final String READ = "draft, published, schedule, editing";
    /** The columns that are written, in the order of {@link #values}. */
    public static final List<String> WRITTEN = List.of(
            "draft_audiences",
            "draft",
            "published_audiences",
            "published",
            "schedule",
            "editing",
            "shown_from",
            "shown_until",
            "again_from",
            "again_until");

    private static final String MOMENT = "GREATEST(CAST(? AS TIMESTAMP(6) WITH TIME ZONE), a.changed_at)";
    private static final String SHOWN = " AND ((a.shown_from <= " + MOMENT
            + " AND (a.shown_until IS NULL OR a.shown_until > " + MOMENT + "))"
            + " OR (a.again_from <= " + MOMENT + " AND (a.again_until IS NULL OR a.again_until > " + MOMENT + ")))";

    private final Class<C> content;
    private final JsonType<Revision<C>> revision;
    private final JsonType<Schedule<C>> schedule;

    /** Reads rows that hold this. */
    public PartsRows(Class<C> content, JsonType<Revision<C>> revision, JsonType<Schedule<C>> schedule) {
        this.content = content;
        this.revision = revision;
        this.schedule = schedule;
    }

    /** Returns both sides. */
    public Parts<C> parts(Row row) throws SQLException {
        Revision<C> published = row.jsonOrNull("published", revision);
        Schedule<C> planned = row.jsonOrNull("schedule", schedule);
        Editing editing = row.jsonOrNull("editing", Editing.class);
        return new Parts<>(
                row.jsonOrNull("draft", content),
                published,
                planned != null ? planned : usual(published),
                editing != null ? editing : Editing.none());
    }

    /** Returns when readers see what, of a row that was published. */
    public Schedule<C> schedule(Row row) throws SQLException {
        Schedule<C> planned = row.jsonOrNull("schedule", schedule);
        return planned != null ? planned : Schedule.of(row.json("published", revision));
    }

    /** Returns what is written into the columns {@link #WRITTEN}. */
    public @Nullable Object[] values(Parts<C> parts, Json json) {
        C draft = parts.draft();
        Revision<C> published = parts.published();
        List<Schedule.Time> times = parts.schedule().times();
        return new @Nullable Object[] {
            draft == null ? null : audiences(draft),
            draft == null ? null : json.bytes(draft),
            published == null ? null : audiences(published.content()),
            published == null ? null : json.bytes(published),
            parts.schedule().equals(usual(published)) ? null : json.bytes(parts.schedule()),
            parts.editing().equals(Editing.none()) ? null : json.bytes(parts.editing()),
            times.isEmpty() ? null : times.get(0).from(),
            times.isEmpty() ? null : times.get(0).until(),
            times.size() < 2 ? null : times.get(1).from(),
            times.size() < 2 ? null : times.get(1).until()
        };
    }

    /** Returns what an array of audiences holds. */
    public static String[] audiences(EditorialContent<?> content) {
        return content.audiences().stream().map(Audience::token).toArray(String[]::new);
    }

    /** Goes on with those whose state, and the audiences of each side that is there, an editor's scope admits. */
    public static Sql withinBothSides(Sql sql, Scope scope) {
        return sql.among("a.state", scope.states().restriction(), state -> state)
                .amongAnyOrAbsent("a.draft_audiences", scope.audiences().restriction(), Audience::token)
                .amongAnyOrAbsent("a.published_audiences", scope.audiences().restriction(), Audience::token);
    }

    /** Goes on with those that are published, in this state, as far as a reader's scope admits. */
    public static Sql published(Sql sql, Scope scope, String state) {
        return sql.and(" AND a.state = ? AND a.published IS NOT NULL", state)
                .among("a.state", scope.states().restriction(), admitted -> admitted)
                .amongAnyOrAbsent("a.published_audiences", scope.audiences().restriction(), Audience::token);
    }

    /** Goes on with those that are shown at this moment; one before the last change stands for that. */
    public static Sql shown(Sql sql, Instant moment) {
        return sql.and(SHOWN, moment, moment, moment, moment);
    }

    /** Goes on with those that are shown at this moment or later. */
    public static Sql lasting(Sql sql, Instant since) {
        return sql.and(
                " AND ((a.shown_from IS NOT NULL AND (a.shown_until IS NULL OR a.shown_until > ?))"
                        + " OR (a.again_from IS NOT NULL AND (a.again_until IS NULL OR a.again_until > ?)))",
                since,
                since);
    }

    /** Returns the schedule of which nothing is written. */
    private static <C extends EditorialContent<C>> Schedule<C> usual(@Nullable Revision<C> published) {
        return published == null ? Schedule.none() : Schedule.of(published);
    }
}
