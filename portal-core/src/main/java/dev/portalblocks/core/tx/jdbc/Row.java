// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, read by the names of its columns. It is valid while it is read. What may be absent is read by the
 * methods that say so; the others take it that the column is not null.
 */
public final class Row {
    private final ResultSet rows;
    private final Json json;

    Row(ResultSet rows, Json json) {
        this.rows = rows;
        this.json = json;
    }

    /** Returns a text. */
    public String text(String column) throws SQLException {
        return rows.getString(column);
    }

    /** Returns a text or null. */
    public @Nullable String textOrNull(String column) throws SQLException {
        return rows.getString(column);
    }

    /** Returns a UUID. */
    public UUID uuid(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    /** Returns a UUID or null. */
    public @Nullable UUID uuidOrNull(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    /** Returns the UUIDs of an array. */
    public List<UUID> uuids(String column) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray(column).getArray())
                .map(UUID.class::cast)
                .toList();
    }

    /** Returns a whole number. */
    public long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** Returns a whole number within the limits of an {@code int}. */
    public int integer(String column) throws SQLException {
        return rows.getInt(column);
    }

    /** Returns whether a column says so. */
    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    /** Returns an instant, with microseconds. */
    public Instant instant(String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Returns an instant or null. */
    public @Nullable Instant instantOrNull(String column) throws SQLException {
        OffsetDateTime at = rows.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** Returns bytes. */
    public byte[] bytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    /** Returns whether a column is null. */
    public boolean isAbsent(String column) throws SQLException {
        return rows.getObject(column) == null;
    }

    /** Returns what a column holds as JSON. */
    public <T> T json(String column, Class<T> type) throws SQLException {
        return json.read(rows.getBytes(column), type);
    }

    /** Returns what a column holds as JSON, or null. */
    public <T> @Nullable T jsonOrNull(String column, Class<T> type) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : json.read(bytes, type);
    }

    /** Returns what a column holds as JSON, of a type with arguments. */
    public <T> T json(String column, JsonType<T> type) throws SQLException {
        return json.read(rows.getBytes(column), type);
    }

    /** Returns what a column holds as JSON, of a type with arguments, or null. */
    public <T> @Nullable T jsonOrNull(String column, JsonType<T> type) throws SQLException {
        byte[] bytes = rows.getBytes(column);
        return bytes == null ? null : json.read(bytes, type);
    }
}
