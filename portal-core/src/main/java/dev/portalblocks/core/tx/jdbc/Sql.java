// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.tx.SqlFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One statement with its parameters, to be run once. Its text is made of constants alone, tables as {@code @name}; whatever
 * comes from outside is a parameter. A parameter is a text, a UUID, a number, a boolean, an {@link Instant}, bytes, an array
 * of texts or of UUIDs, or null.
 *
 * <p>What the database reports becomes a {@link dev.portalblocks.core.model.PortalException.StorageFailure}, after which the
 * transaction commits nothing. Not thread-safe, like its transaction.
 */
public final class Sql {
    private static final String DUPLICATE = "23505";
    private static final int USUAL_LENGTH = 160;

    private final JdbcTx tx;
    private final Dialect dialect;
    private final Names names;
    private final Json json;
    private final StringBuilder text = new StringBuilder(USUAL_LENGTH);
    private final List<@Nullable Object> parameters = new ArrayList<>();

    Sql(JdbcTx tx, Dialect dialect, Names names, Json json) {
        this.tx = tx;
        this.dialect = dialect;
        this.names = names;
        this.json = json;
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Reader<R> {
        /** Returns what the row holds. */
        R read(Row row) throws SQLException;
    }

    /** Goes on with this text and its parameters. */
    public Sql and(String more, @Nullable Object... values) {
        text.append(more);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /** Goes on only where the condition holds. */
    public Sql when(boolean condition, String more, @Nullable Object... values) {
        return condition ? and(more, values) : this;
    }

    /**
     * Goes on with {@code AND column = one of these}; with nothing where the bound is empty, which admits every value. A
     * single value is compared by itself, so that the database plans with an index' order.
     */
    public <T> Sql among(String column, Optional<? extends Collection<T>> admitted, Function<T, String> value) {
        return admitted.isEmpty() ? this : and(" AND ").among(column, admitted.get(), value);
    }

    /** Goes on with {@code AND column IN (these)}, each a value that a column can have; nothing is among none. */
    public Sql in(String column, Collection<?> values) {
        return values.isEmpty()
                ? and(" AND 1 = 0")
                : and(
                        " AND " + column + " IN (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                        values.toArray());
    }

    /** Goes on like {@link #among}, and admits rows that have nothing in this column as well. */
    public <T> Sql amongOrAbsent(String column, Optional<? extends Collection<T>> admitted, Function<T, String> value) {
        return admitted.isEmpty()
                ? this
                : and(" AND (" + column + " IS NULL OR ")
                        .among(column, admitted.get(), value)
                        .and(")");
    }

    /**
     * Goes on with {@code AND}: the column, an array of texts, is null or holds one of these at least; where the bound is
     * empty, anything at all. What is for nobody, an empty array, is never admitted.
     */
    public <T> Sql amongAnyOrAbsent(
            String column, Optional<? extends Collection<T>> admitted, Function<T, String> value) {
        and(" AND (" + column + " IS NULL");
        if (admitted.isEmpty()) {
            return and(" OR CARDINALITY(" + column + ") > 0)");
        }
        // One by one: of a row that changed while its lock was waited for PostgreSQL looks at the row again, but not at
        // what it was joined with.
        admitted.get().forEach(one -> and(" OR ? = ANY(" + column + ")", value.apply(one)));
        return and(")");
    }

    /** Runs a query and returns its rows in their order. */
    public <R> List<R> rows(Reader<R> reader) {
        return run(statement -> {
            try (ResultSet found = statement.executeQuery()) {
                List<R> rows = new ArrayList<>();
                Row row = new Row(found, json);
                while (found.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        });
    }

    /** Runs a query and returns its first row, if it has one. */
    public <R> Optional<R> first(Reader<R> reader) {
        List<R> rows = rows(reader);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Runs a query that counts or tests, and returns whether it found a row. */
    public boolean exists() {
        return first(row -> true).isPresent();
    }

    /**
     * Runs a statement that writes, and returns how many rows it touched.
     *
     * @throws IllegalStateException in a reading transaction
     */
    public int update() {
        tx.requireWritable();
        return run(PreparedStatement::executeUpdate);
    }

    /** Runs a statement that writes and says whether it touched a row. */
    public boolean changes() {
        return update() > 0;
    }

    /**
     * Runs an {@code INSERT} and returns whether the row was added; false, with nothing changed, where one of equal unique
     * keys is there. One that another transaction has not committed yet is waited for. Nothing fails for that on PostgreSQL,
     * and on H2 nothing that the transaction would notice.
     *
     * @throws IllegalStateException in a reading transaction
     */
    public boolean insertsIfAbsent() {
        tx.requireWritable();
        if (dialect == Dialect.POSTGRESQL) {
            return and(" ON CONFLICT DO NOTHING").changes();
        }
        return run(statement -> {
            try {
                return statement.executeUpdate() > 0;
            } catch (SQLException e) {
                if (DUPLICATE.equals(e.getSQLState())) {
                    return false;
                }
                throw e;
            }
        });
    }

    /**
     * Runs a statement that writes and returns rows, and returns them.
     *
     * @throws IllegalStateException in a reading transaction
     */
    public <R> List<R> returning(Reader<R> reader) {
        tx.requireWritable();
        return rows(reader);
    }

    private <T> Sql among(String column, Collection<T> admitted, Function<T, String> value) {
        String[] values = admitted.stream().map(value).toArray(String[]::new);
        return values.length == 1 ? and(column + " = ?", values[0]) : and(column + " = ANY(?)", new Object[] {values});
    }

    private <R> R run(Work<R> work) {
        tx.requireSound();
        try (PreparedStatement statement = tx.connection().prepareStatement(names.in(text.toString()))) {
            for (int i = 0; i < parameters.size(); i++) {
                set(statement, i + 1, parameters.get(i));
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw tx.fail(SqlFailures.of(e));
        }
    }

    private void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        Connection connection = tx.connection();
        if (value instanceof String chars) { // by far the most, and a driver asks as well what an object is
            statement.setString(place, chars);
        } else if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Instant at) {
            statement.setObject(place, at.atOffset(ZoneOffset.UTC));
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(place, bytes);
        } else if (value instanceof String[] texts) {
            statement.setArray(place, connection.createArrayOf("varchar", texts));
        } else if (value instanceof UUID[] ids) {
            statement.setArray(place, connection.createArrayOf("uuid", ids));
        } else {
            statement.setObject(place, value);
        }
    }

    @FunctionalInterface
    private interface Work<R> {
        R with(PreparedStatement statement) throws SQLException;
    }
}
