// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.jdbc.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transaction that is not joined is left to its host as it was. */
class RefusedJoinTest {
    @ParameterizedTest
    @CsvSource({"0, 4", "1min, 4", "200ms, 4", "0, 8", "1min, 8"})
    void itKeepsTheHostsLimitForALock(String own, int isolation) throws SQLException {
        DataSource source = Databases.POSTGRESQL.fresh();
        Database db = Databases.on(source).waitingForLocks(Duration.ofSeconds(5));
        try (Connection connection = source.getConnection()) {
            int usual = connection.getTransactionIsolation();
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            try {
                ask(connection, "SELECT set_config('lock_timeout', '" + own + "', true)");
                assertThatThrownBy(() -> db.joining(connection, () -> true)).isInstanceOf(StorageFailure.class);
                assertThat(ask(connection, "SHOW lock_timeout")).isEqualTo(own);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(usual);
            }
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
