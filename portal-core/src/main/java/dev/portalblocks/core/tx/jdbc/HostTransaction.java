// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.SqlFailures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The application's transaction, while it is joined: one that parts can work in, with our limit for waiting for a lock. */
final class HostTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(HostTransaction.class);
    /** In one statement, what was before and what shall be; for this transaction alone, and a shorter limit stays. */
    private static final String BEGIN = "WITH host AS MATERIALIZED (SELECT current_setting('transaction_isolation')"
            + " AS isolation, current_setting('lock_timeout') AS own, CAST(? AS text) AS ours)"
            + " SELECT isolation, own, set_config('lock_timeout', CASE WHEN own = '0' OR CAST(own AS interval)"
            + " > CAST(ours AS interval) THEN ours ELSE own END, true) FROM host";

    private static final String END = "SELECT set_config('lock_timeout', ?, true)";

    private final Connection connection;
    private final @Nullable String ownLimit;

    private HostTransaction(Connection connection, @Nullable String ownLimit) {
        this.connection = connection;
        this.ownLimit = ownLimit;
    }

    /**
     * Begins to join.
     *
     * @throws IllegalArgumentException if there is no transaction
     * @throws StorageFailure {@code storage.isolation} for one that is not {@code READ COMMITTED}
     */
    static HostTransaction join(Connection connection, Dialect dialect, Duration lockTimeout) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException("The connection commits by itself: there is no transaction to join");
            }
            return dialect == Dialect.H2 ? onH2(connection) : onPostgres(connection, lockTimeout);
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    private static HostTransaction onH2(Connection connection) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
            throw refusal("of java.sql.Connection's level " + isolation);
        }
        return new HostTransaction(connection, null);
    }

    private static HostTransaction onPostgres(Connection connection, Duration lockTimeout) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, lockTimeout.toMillis() + "ms");
            try (ResultSet found = begin.executeQuery()) {
                found.next();
                String ownLimit = found.getString(2);
                HostTransaction joined =
                        new HostTransaction(connection, ownLimit.equals(found.getString(3)) ? null : ownLimit);
                if (!found.getString(1).equals("read committed")) {
                    joined.end();
                    throw refusal(found.getString(1).toUpperCase(Locale.ROOT));
                }
                return joined;
            }
        }
    }

    private static StorageFailure refusal(String found) {
        return new StorageFailure(
                "storage.isolation",
                false,
                new IllegalArgumentException("The transaction to join is " + found + ", but has to be READ COMMITTED"));
    }

    /** Gives the host its own limit back. */
    void end() {
        if (ownLimit == null) {
            return;
        }
        try (PreparedStatement put = connection.prepareStatement(END)) {
            put.setString(1, ownLimit);
            put.execute();
        } catch (SQLException e) {
            // the host's transaction was aborted or has lost its connection: the limit ends with it
            LOG.debug("A host's transaction keeps our limit for locks: SQLSTATE {}", e.getSQLState());
        }
    }
}
