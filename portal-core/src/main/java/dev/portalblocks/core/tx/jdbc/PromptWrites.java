// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has H2 write each commit at once. H2 keeps {@code WRITE_DELAY} in the database and shows it, but does not go by it when it
 * opens the database again; so each session says it once, for while one is open the database is. Thread-safe.
 */
final class PromptWrites {
    private static final Logger LOG = LoggerFactory.getLogger(PromptWrites.class);
    private static final String NO_RIGHT = "90040";

    private final Set<Object> told = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Makes sure of it; outside a transaction, for H2 ends one that is open. */
    void on(Connection connection) throws SQLException {
        Object session = session(connection);
        if (told.contains(session)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        } catch (SQLException e) {
            if (!NO_RIGHT.equals(e.getSQLState())) {
                throw e;
            }
            if (!warned.getAndSet(true)) {
                LOG.warn("H2 delays commits: its user is no administrator, who may SET WRITE_DELAY 0");
            }
        }
        told.add(session);
    }

    /**
     * Returns H2's session, over which its own pool makes another connection each time; asked by name, as H2 is none of our
     * dependencies. Where there is none to see, the connection beneath a pool's wrapper stands for it.
     */
    private static Object session(Connection connection) throws SQLException {
        Connection itself = connection.unwrap(Connection.class);
        try {
            Object session = itself.getClass().getMethod("getSession").invoke(itself);
            return session == null ? itself : session;
        } catch (ReflectiveOperationException e) {
            return itself;
        }
    }
}
