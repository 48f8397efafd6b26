// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** A transaction on a connection, our own or the host's. Work after the first failure of storage is in vain. */
final class JdbcTx implements Tx {
    private final Object domain;
    private final Connection connection;
    private final Mode mode;
    private final Thread thread = Thread.currentThread();
    private @Nullable StorageFailure failure;
    private boolean ended;

    /** How a transaction works. */
    enum Mode {
        READ,
        WRITE,
        JOINED_READ,
        JOINED_WRITE
    }

    JdbcTx(Object domain, Connection connection, Mode mode) {
        this.domain = domain;
        this.connection = connection;
        this.mode = mode;
    }

    /** Returns the transaction if it is this domain's and may be used here and now. */
    static JdbcTx of(Tx tx, Object domain) {
        if (!(tx instanceof JdbcTx own) || own.domain != domain) {
            throw new IllegalArgumentException("The transaction belongs to another domain");
        }
        if (Thread.currentThread() != own.thread) {
            throw new IllegalStateException("The transaction belongs to another thread");
        }
        if (own.ended) {
            throw new IllegalStateException("The transaction has ended");
        }
        return own;
    }

    @Override
    public boolean isReadOnly() {
        return mode == Mode.READ || mode == Mode.JOINED_READ;
    }

    @Override
    public boolean isJoined() {
        return mode == Mode.JOINED_READ || mode == Mode.JOINED_WRITE;
    }

    Connection connection() {
        return connection;
    }

    void requireWritable() {
        if (isReadOnly()) {
            throw new IllegalStateException("The transaction only reads");
        }
    }

    /** Refuses to go on after a failure: PostgreSQL would not let it, and others would do half of it. */
    void requireSound() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Remembers the first failure, and returns this one. */
    StorageFailure fail(StorageFailure cause) {
        if (failure == null) {
            failure = cause;
        }
        return cause;
    }

    void end() {
        ended = true;
    }
}
