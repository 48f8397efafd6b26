// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.SqlFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of our own for the length of one transaction: set up for it, and given back as it was found. Closing it
 * undoes what was not committed.
 */
final class Frame implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Frame.class);
    /** H2's number for snapshot isolation, which java.sql has none for. */
    private static final int H2_SNAPSHOT = 6;

    private final Connection connection;
    private boolean autoCommit;
    private boolean transaction = true;
    private int isolation = Connection.TRANSACTION_NONE;
    private boolean committed;

    private Frame(Connection connection) {
        this.connection = connection;
    }

    /**
     * How transactions of a database begin.
     *
     * @param dialect what it speaks
     * @param lockTimeout how long they wait for a lock
     * @param prompt has H2 write commits at once
     */
    record Beginning(Dialect dialect, Duration lockTimeout, PromptWrites prompt) {}

    /** Takes a connection and begins; a {@link StorageFailure} where there is none. */
    static Frame open(Beginning beginning, DataSource source, boolean readOnly) {
        return of(source, frame -> frame.begin(beginning, readOnly));
    }

    /** Takes a connection for statements that end by themselves. */
    static Frame forQuery(DataSource source) {
        return of(source, Frame::endStatementsAtOnce);
    }

    private static Frame of(DataSource source, Start start) {
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw SqlFailures.atOpening(e);
        }
        Frame frame = new Frame(connection);
        try {
            start.in(frame);
            return frame;
        } catch (SQLException e) {
            frame.close();
            throw SqlFailures.of(e);
        } catch (RuntimeException | Error e) {
            frame.close(); // a driver or a pool that throws what it should not
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    private void endStatementsAtOnce() throws SQLException {
        transaction = false;
        autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.rollback(); // as below; and else it would be committed now
            connection.setAutoCommit(true);
        }
    }

    private void begin(Beginning beginning, boolean readOnly) throws SQLException {
        autoCommit = connection.getAutoCommit();
        if (autoCommit) {
            connection.setAutoCommit(false);
        } else {
            connection.rollback(); // a pool's own test of the connection may have begun something
        }
        if (beginning.dialect == Dialect.H2) {
            beginning.prompt.on(connection);
            int wanted = readOnly ? H2_SNAPSHOT : Connection.TRANSACTION_READ_COMMITTED;
            int found = connection.getTransactionIsolation();
            if (found != wanted) {
                isolation = found;
                connection.setTransactionIsolation(wanted);
            }
            return;
        }
        // in one statement, for the transaction alone: setting it on the connection costs a way there and one back
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    readOnly
                            ? "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
                            : "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = "
                                    + beginning.lockTimeout.toMillis());
        }
    }

    /** Commits; a {@link StorageFailure} where the database says no, or where its answer did not arrive. */
    void commit() {
        if (!transaction) {
            return;
        }
        try {
            connection.commit();
            committed = true;
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            if (!transaction) {
                if (!autoCommit) {
                    closing.setAutoCommit(false);
                }
                return;
            }
            if (!committed) {
                closing.rollback();
            }
            if (autoCommit) {
                closing.setAutoCommit(true);
            }
            if (isolation != Connection.TRANSACTION_NONE) {
                closing.setTransactionIsolation(isolation); // a statement on H2: of no transaction here
            }
        } catch (SQLException e) {
            // the transaction's end is known by now; a broken connection has nothing left to undo
            LOG.debug("A connection could not be given back as it was: SQLSTATE {}", e.getSQLState());
        }
    }

    /** How a frame is set up. */
    private interface Start {
        void in(Frame frame) throws SQLException;
    }
}
