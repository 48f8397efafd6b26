// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.SqlFailures;
import dev.portalblocks.core.tx.Tx;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a thread is in: a transaction of its own, or a host's one that lets others in, one at a time. */
final class Current {
    private final @Nullable Connection host;
    private boolean busy;

    private Current(@Nullable Connection host) {
        this.host = host;
    }

    static Current own() {
        return new Current(null);
    }

    static Current host(Connection connection) {
        return new Current(connection);
    }

    static IllegalStateException nested() {
        return new IllegalStateException("Transactions do not nest");
    }

    boolean isHost() {
        return host != null;
    }

    /** Refuses where nobody is let in, or where somebody is in already; returns the host's connection. */
    Connection requireRoom() {
        if (host == null || busy) {
            throw nested();
        }
        return host;
    }

    /** Runs work as a part of the host's transaction, between a savepoint and its release or return. */
    <R> R guest(Object domain, Function<Tx, R> work, boolean readOnly) {
        Connection connection = requireRoom();
        busy = true;
        JdbcTx tx = new JdbcTx(domain, connection, readOnly ? JdbcTx.Mode.JOINED_READ : JdbcTx.Mode.JOINED_WRITE);
        try {
            return part(connection, tx, work);
        } finally {
            busy = false;
            tx.end();
        }
    }

    private static <R> R part(Connection connection, JdbcTx tx, Function<Tx, R> work) {
        Savepoint before;
        try {
            before = connection.setSavepoint();
        } catch (SQLException e) {
            throw lost(SqlFailures.of(e));
        }
        try {
            R result = work.apply(tx);
            tx.requireSound();
            connection.releaseSavepoint(before);
            return result;
        } catch (SQLException e) {
            throw lost(SqlFailures.of(e));
        } catch (Throwable thrown) {
            takeBack(connection, before, thrown);
            throw thrown;
        }
    }

    /** After a deadlock H2 has ended the whole transaction, and a lost connection has: then there is no way back. */
    private static void takeBack(Connection connection, Savepoint before, Throwable thrown) {
        try {
            connection.rollback(before);
        } catch (SQLException e) {
            throw lost(thrown);
        }
    }

    private static StorageFailure lost(Throwable cause) {
        return new StorageFailure("storage.transaction-lost", false, cause);
    }
}
