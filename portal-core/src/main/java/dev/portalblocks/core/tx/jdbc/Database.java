// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.QueryDomain;
import dev.portalblocks.core.tx.SqlFailures;
import dev.portalblocks.core.tx.Tx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A host's database, H2 or PostgreSQL, as the place where transactions come from. A writing transaction is
 * {@code READ COMMITTED}, a reading one sees a snapshot; a transaction takes one connection, and never a second one.
 *
 * <p>Whether the connections of the {@code DataSource} have {@code autoCommit} on or off is no matter: a host's transaction
 * is {@linkplain #joining joined} on purpose or not at all. Each call returns a database with one more setting; use one of
 * them for a portal and all its storages. To join on any of them joins all that come from the same call of {@link #on}, and
 * none of their transactions nest. Thread-safe.
 */
public final class Database implements JoinableDomain<Connection>, QueryDomain {
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    private final DataSource source;
    private final Dialect dialect;
    private final Names names;
    private final Options options;
    private final Json json = new Json();

    /**
     * What runs on a thread. Per database, as transactions of two do nest. In the end it is set to null, not removed: the
     * thread's next transaction would have to make the entry anew.
     */
    private final ThreadLocal<@Nullable Current> running;

    private final PromptWrites prompt;

    private Database(DataSource source, Dialect dialect, ThreadLocal<@Nullable Current> running, PromptWrites prompt) {
        this.source = source;
        this.dialect = dialect;
        this.running = running;
        this.prompt = prompt;
        this.names = new Names("");
        this.options = new Options(LOCK_TIMEOUT, null);
    }

    /** Copies a database, with these settings. */
    private Database(Database other, Names names, Options options) {
        this.source = other.source;
        this.dialect = other.dialect;
        this.running = other.running;
        this.prompt = other.prompt;
        this.names = names;
        this.options = options;
    }

    /**
     * Returns the database behind this source; takes a connection once, to see what it is.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure where there is no connection, with the reason as
     *     its code: {@code storage.unreachable}, {@code storage.refused} (user, password, no such database),
     *     {@code storage.exhausted}, {@code storage.no-connection}; {@code storage.unsupported} for another database product
     */
    public static Database on(DataSource source) {
        Connection opened;
        try {
            opened = source.getConnection();
        } catch (SQLException e) {
            throw SqlFailures.atOpening(e);
        }
        try (Connection connection = opened) {
            Dialect dialect = Dialect.of(connection.getMetaData().getDatabaseProductName());
            return new Database(source, dialect, new ThreadLocal<>(), new PromptWrites());
        } catch (SQLException e) {
            throw SqlFailures.of(e);
        }
    }

    /**
     * Returns this database with all tables in a schema of their own, instead of where the connections look first.
     *
     * @param name lower-case letters, digits and underscores
     */
    public Database inSchema(String name) {
        return new Database(this, new Names(name), options);
    }

    /**
     * Returns this database with connections from elsewhere for work {@linkplain #apart apart} from a joined transaction,
     * such as the record of a denial. Without them such work shares the fate of the host's transaction. A pool of its own
     * keeps a host's transactions that fill theirs from waiting for themselves.
     */
    public Database apartThrough(DataSource own) {
        return new Database(this, names, new Options(options.lockTimeout, own));
    }

    /**
     * Returns this database with another limit for waiting for a lock than ten seconds. On H2 the limit is the connection's
     * own ({@code LOCK_TIMEOUT} in its URL).
     *
     * @param limit at least a millisecond, and at most {@link Integer#MAX_VALUE} of them (24 days), as PostgreSQL has it
     */
    public Database waitingForLocks(Duration limit) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("The limit for a lock must be 1 to " + Integer.MAX_VALUE + " ms");
        }
        return new Database(this, names, new Options(limit, options.own));
    }

    /** Returns what kind of database it is. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns what writes and reads the columns that hold JSON. */
    public Json json() {
        return json;
    }

    /**
     * Returns the connection of a running transaction, for statements of an own store. Do not end the transaction on it.
     *
     * @throws IllegalArgumentException for a transaction of another domain
     */
    public Connection connection(Tx tx) {
        return JdbcTx.of(tx, this).connection();
    }

    /** Begins a statement in this transaction; {@code @name} in its text stands for the table {@code portal_name}. */
    public Sql sql(Tx tx, String text, @Nullable Object... parameters) {
        return new Sql(JdbcTx.of(tx, this), dialect, names, json).and(text, parameters);
    }

    @Override
    public <R> R write(Function<Tx, R> work) {
        return run(work, false);
    }

    @Override
    public <R> R read(Function<Tx, R> work) {
        return run(work, true);
    }

    /** Lets the connection commit by itself, so that the statement is all that is sent. */
    @Override
    public <R> R query(Function<Tx, R> work) {
        if (running.get() != null) {
            return run(work, true);
        }
        try (HeldInterrupt held = new HeldInterrupt(dialect)) {
            return carryOut(Frame.forQuery(source), JdbcTx.Mode.READ, held, work);
        }
    }

    @Override
    public <R> R apart(Function<Tx, R> work) {
        Current host = running.get();
        if (host == null) {
            return begin(source, work, false);
        }
        if (options.own == null) {
            return host.guest(this, work, false);
        }
        host.requireRoom();
        try {
            return begin(options.own, work, false);
        } finally {
            running.set(host);
        }
    }

    /**
     * Runs the work so that transactions that it begins on this database are parts of the one on this connection, each
     * between a savepoint and its release; see {@link JoinableDomain}. Work {@linkplain #apart apart} is one more part,
     * unless this database has {@linkplain #apartThrough connections of its own} for it.
     *
     * <p>The host's transaction has to be {@code READ COMMITTED}: from an older snapshot a mandate would count that was
     * revoked meanwhile. On PostgreSQL its {@code lock_timeout} is {@linkplain #waitingForLocks this database's} while it
     * is joined, for the host's own statements too, unless it has a shorter one; afterwards it is what it was.
     *
     * @param host a connection of the same database and user, in a transaction; it is neither committed nor closed here
     * @throws IllegalArgumentException if the connection commits by itself, so that there is no transaction on it
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code storage.isolation}, not retryable, if the
     *     transaction is not {@code READ COMMITTED}
     * @throws IllegalStateException inside another transaction of this database, or if the thread is joining already
     */
    @Override
    public <R> R joining(Connection host, Supplier<R> work) {
        if (running.get() != null) {
            throw Current.nested();
        }
        HostTransaction joined = HostTransaction.join(host, dialect, options.lockTimeout);
        running.set(Current.host(host));
        try {
            return work.get();
        } finally {
            running.set(null);
            joined.end();
        }
    }

    @Override
    public boolean isJoining() {
        Current current = running.get();
        return current != null && current.isHost();
    }

    Names names() {
        return names;
    }

    /** Takes a connection that is not for a transaction of the stores. */
    Connection open() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw SqlFailures.atOpening(e);
        }
    }

    private <R> R run(Function<Tx, R> work, boolean readOnly) {
        Current host = running.get();
        return host == null ? begin(source, work, readOnly) : host.guest(this, work, readOnly);
    }

    private <R> R begin(DataSource from, Function<Tx, R> work, boolean readOnly) {
        JdbcTx.Mode mode = readOnly ? JdbcTx.Mode.READ : JdbcTx.Mode.WRITE;
        Frame.Beginning beginning = new Frame.Beginning(dialect, options.lockTimeout, prompt);
        try (HeldInterrupt held = new HeldInterrupt(dialect)) {
            return carryOut(Frame.open(beginning, from, readOnly), mode, held, work);
        }
    }

    private <R> R carryOut(Frame opened, JdbcTx.Mode mode, HeldInterrupt held, Function<Tx, R> work) {
        try (Frame frame = opened) {
            JdbcTx tx = new JdbcTx(this, frame.connection(), mode);
            running.set(Current.own());
            try {
                R result = work.apply(tx);
                held.takeOff();
                tx.requireSound();
                frame.commit();
                return result;
            } finally {
                held.takeOff();
                running.set(null);
                tx.end();
            }
        }
    }

    private record Options(Duration lockTimeout, @Nullable DataSource own) {}
}
