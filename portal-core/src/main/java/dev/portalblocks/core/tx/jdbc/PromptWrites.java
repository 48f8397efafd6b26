// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has H2 write each commit at once. H2 keeps {@code WRITE_DELAY} in the database and shows it, but does not go by it when it
 * opens the database again; so each connection says it once, for while one is open the database is. Thread-safe.
 */
final class PromptWrites {
    private static final Logger LOG = LoggerFactory.getLogger(PromptWrites.class);
    private static final String NO_RIGHT = "90040";

    private final Set<Connection> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Makes sure of it; outside a transaction, for H2 ends one that is open. */
    void on(Connection connection) throws SQLException {
        Connection itself = connection.unwrap(Connection.class); // a pool hands out another wrapper each time
        if (told.contains(itself)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        } catch (SQLException e) {
            if (!NO_RIGHT.equals(e.getSQLState())) {
                throw e;
            }
            LOG.warn("H2 delays commits: its user is no administrator, who may SET WRITE_DELAY 0");
        }
        told.add(itself);
    }
}
