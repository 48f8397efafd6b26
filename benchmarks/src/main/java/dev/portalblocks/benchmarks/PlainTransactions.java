// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A transaction by hand, with the same isolation and the same limit for locks as ours. */
final class PlainTransactions {
    private static final int H2_SNAPSHOT = 6;

    private final DataSource source;
    private final boolean isPostgres;

    PlainTransactions(DataSource source, boolean isPostgres) {
        this.source = source;
        this.isPostgres = isPostgres;
    }

    /** Work in a transaction. */
    @FunctionalInterface
    interface Work<R> {
        R on(Connection connection) throws SQLException;
    }

    <R> R writing(Work<R> work) throws SQLException {
        return inTransaction(
                work,
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL lock_timeout = 10000",
                Connection.TRANSACTION_READ_COMMITTED);
    }

    <R> R reading(Work<R> work) throws SQLException {
        return inTransaction(work, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", H2_SNAPSHOT);
    }

    private <R> R inTransaction(Work<R> work, String beginning, int isolationOnH2) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            if (isPostgres) {
                try (Statement begin = connection.createStatement()) {
                    begin.execute(beginning);
                }
            } else {
                connection.setTransactionIsolation(isolationOnH2);
            }
            boolean committed = false;
            try {
                R result = work.on(connection);
                connection.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
    }
}
