// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.tck.core.JoiningFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A host with transactions of its own, in plain JDBC.
 *
 * @param source where its connections come from
 */
record Application(DataSource source) implements JoiningFixture.Host<Connection> {
    @Override
    public <R> R transaction(Function<Connection, R> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                R result = work.apply(connection);
                connection.commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
