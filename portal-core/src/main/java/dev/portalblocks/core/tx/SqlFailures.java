// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.Optional;

/**
 * Says in our words what a driver reports, by its SQLSTATE: the classes of ISO/IEC 9075, and what PostgreSQL (appendix A of
 * its documentation) and H2 ({@code org.h2.api.ErrorCode}) add to them.
 *
 * <p>For stores on JDBC, and for what a host's own code does in a transaction of ours.
 */
public final class SqlFailures {
    private static final int MAX_DEPTH = 100;
    private static final String DEADLOCK = "storage.deadlock";
    private static final String LOCK_TIMEOUT = "storage.lock-timeout";
    private static final String EXHAUSTED = "storage.exhausted";
    private static final String UNREACHABLE = "storage.unreachable";
    private static final String FULL = "storage.full";
    private static final String SCHEMA_MISSING = "storage.schema-missing";

    private static final Map<String, Kind> STATES = Map.ofEntries(
            Map.entry("40001", new Kind(DEADLOCK, true)),
            Map.entry("40P01", new Kind(DEADLOCK, true)),
            Map.entry("90131", new Kind(DEADLOCK, true)), // H2: a row was changed beneath the statement
            Map.entry("55P03", new Kind(LOCK_TIMEOUT, true)),
            Map.entry("57014", new Kind(LOCK_TIMEOUT, true)),
            Map.entry("HYT00", new Kind(LOCK_TIMEOUT, true)),
            Map.entry("53100", new Kind(FULL, true)),
            Map.entry("53200", new Kind(EXHAUSTED, true)),
            Map.entry("53300", new Kind(EXHAUSTED, true)),
            Map.entry("25006", new Kind("storage.read-only", false)),
            Map.entry("25P03", new Kind(UNREACHABLE, true)), // as the three below: the server has ended the session
            Map.entry("25P04", new Kind(UNREACHABLE, true)),
            Map.entry("57P05", new Kind(UNREACHABLE, true)),
            Map.entry("57P01", new Kind(UNREACHABLE, true)),
            Map.entry("57P02", new Kind(UNREACHABLE, true)),
            Map.entry("57P03", new Kind(UNREACHABLE, true)),
            Map.entry("90067", new Kind(UNREACHABLE, true)), // H2: the connection is broken
            Map.entry("90098", new Kind(UNREACHABLE, true)), // H2: the database was closed
            Map.entry("90121", new Kind(UNREACHABLE, true)), // H2: the database is closed
            Map.entry("42P01", new Kind(SCHEMA_MISSING, false)),
            Map.entry("3F000", new Kind(SCHEMA_MISSING, false)),
            Map.entry("42S02", new Kind(SCHEMA_MISSING, false)),
            Map.entry("42S03", new Kind(SCHEMA_MISSING, false)), // H2: no such table, with a likely one
            Map.entry("42S04", new Kind(SCHEMA_MISSING, false)), // H2: no such table, in an empty database
            Map.entry("90079", new Kind(SCHEMA_MISSING, false)), // H2: no such schema
            Map.entry("0A000", new Kind("storage.unsupported", false)),
            Map.entry("3D000", new Kind("storage.refused", false)));

    private static final Map<String, Kind> CLASSES = Map.of(
            "08", new Kind(UNREACHABLE, true),
            "22", new Kind("storage.value-rejected", false),
            "23", new Kind("storage.constraint", false),
            "28", new Kind("storage.refused", false));

    private SqlFailures() {}

    /** Returns what a statement or a commit reported; without the driver's text, which quotes values. */
    public static StorageFailure of(SQLException e) {
        Kind kind = kind(e);
        SQLException cause = new SQLException(e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode());
        cause.setStackTrace(e.getStackTrace());
        return new StorageFailure(kind.code, kind.retryable, cause);
    }

    /**
     * Returns what a database reported beneath an exception, however often it was wrapped. After it a transaction may be of
     * no more use, whatever the code above made of it: PostgreSQL runs no further statement in it.
     */
    public static Optional<StorageFailure> beneath(Throwable e) {
        int depth = 0;
        for (Throwable cause = e; cause != null && depth < MAX_DEPTH; cause = cause.getCause()) {
            if (cause instanceof StorageFailure failure) {
                return Optional.of(failure);
            }
            if (cause instanceof SQLException reported) {
                return Optional.of(of(reported));
            }
            depth++;
        }
        return Optional.empty();
    }

    /**
     * Returns what came instead of a connection, with the driver's text: it speaks of hosts and users, never of a row. An unknown
     * cause, such as a closed pool, is not cured by waiting.
     */
    public static StorageFailure atOpening(SQLException e) {
        if (e instanceof SQLTransientException && !(e.getCause() instanceof SQLException)) {
            return new StorageFailure(EXHAUSTED, true, e);
        }
        Kind kind = e.getCause() instanceof SQLException cause && e.getSQLState() == null ? kind(cause) : kind(e);
        return kind.code.equals(Kind.OTHER)
                ? new StorageFailure("storage.no-connection", kind.retryable, e)
                : new StorageFailure(kind.code, kind.retryable, e);
    }

    private static Kind kind(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        Kind known = STATES.get(state);
        if (known == null && state.length() == 5) {
            known = CLASSES.get(state.substring(0, 2));
        }
        boolean passing = e instanceof SQLTransientException || e instanceof SQLRecoverableException;
        return known == null ? new Kind(Kind.OTHER, passing) : known;
    }

    private record Kind(String code, boolean retryable) {
        static final String OTHER = "storage.failed";
    }
}
