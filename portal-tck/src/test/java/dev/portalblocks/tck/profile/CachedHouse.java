// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.tck.jdbc.Databases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A portal whose profiles are cached, and one beside it on the same storage that caches nothing. */
final class CachedHouse implements AutoCloseable {
    private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
    private final List<Portal> portals = new ArrayList<>();
    private final CoreStorage core;
    private final ProfileStorage storage;
    private final Host host;
    final Portal portal;
    final Profiles cached;
    final Portal bare;
    final Profiles plain;

    /** What is stored where. */
    enum Engine {
        MEMORY,
        H2,
        POSTGRESQL;

        DataSource fresh() {
            return (this == H2 ? Databases.H2 : Databases.POSTGRESQL).fresh();
        }
    }

    /** Who may write. */
    enum Mode {
        ONE_NODE,
        SEVERAL_NODES;

        Profiles.Builder on(Profiles.Builder builder, int profiles) {
            return this == ONE_NODE ? builder.cachedOnOneNode(profiles) : builder.cachedOnSeveralNodes(profiles);
        }
    }

    /** An application with transactions of its own, which it ends as it likes. */
    private interface Host {
        void transaction(Supplier<?> joined, boolean commits);

        /** Runs the work in a transaction that changes nothing. */
        default void reading(Supplier<?> joined) {
            transaction(joined, true);
        }
    }

    private record MemoryHost(Memory memory) implements Host {
        @Override
        public void transaction(Supplier<?> joined, boolean commits) {
            try {
                memory.write(tx -> {
                    memory.joining(tx, joined);
                    if (!commits) {
                        throw new RolledBack();
                    }
                    return true;
                });
            } catch (RolledBack e) {
                // as it was meant
            }
        }

        @Override
        public void reading(Supplier<?> joined) {
            memory.read(tx -> memory.joining(tx, joined));
        }
    }

    private CachedHouse(CoreStorage core, ProfileStorage storage, Host host, AccessPolicy policy, Mode mode) {
        this.core = core;
        this.storage = storage;
        this.host = host;
        this.portal = portal(policy);
        this.cached = mode.on(Profiles.builder(portal, hooked()), 100).build();
        this.bare = portal(policy);
        this.plain = Profiles.of(bare, storage);
    }

    static CachedHouse on(Engine engine, Mode mode) {
        return on(engine, mode, RolePolicy.standard());
    }

    static CachedHouse on(Engine engine, Mode mode, AccessPolicy policy) {
        if (engine != Engine.MEMORY) {
            return on(engine.fresh(), mode, policy);
        }
        Memory memory = new Memory();
        return new CachedHouse(
                MemoryCoreStorage.in(memory), MemoryProfileStorage.in(memory), new MemoryHost(memory), policy, mode);
    }

    static CachedHouse on(DataSource source, Mode mode, AccessPolicy policy) {
        Database db = Databases.on(source);
        Host host = (joined, commits) -> {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                db.joining(connection, joined);
                end(connection, commits);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        return new CachedHouse(JdbcCoreStorage.on(db), JdbcProfileStorage.on(db), host, policy, mode);
    }

    /** Runs the work in a transaction of the host's. */
    void joined(boolean commits, Supplier<?> work) {
        host.transaction(work, commits);
    }

    /** Runs the work in a transaction of the host's that only reads: in memory it sees the state of its begin. */
    void reading(Supplier<?> work) {
        host.reading(work);
    }

    /** Runs the act once, after the cached portal's next call of the store's method and within its transaction. */
    void afterNext(String method, Runnable act) {
        hooks.put(method, act);
    }

    private static void end(Connection connection, boolean commits) throws SQLException {
        if (commits) {
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
    }

    private Portal portal(AccessPolicy policy) {
        Portal made = Portal.builder(core).policy(policy).build();
        portals.add(made);
        return made;
    }

    private ProfileStorage hooked() {
        ProfileStore store = (ProfileStore) Proxy.newProxyInstance(
                ProfileStore.class.getClassLoader(),
                new Class<?>[] {ProfileStore.class},
                (proxy, method, arguments) -> {
                    Object result;
                    try {
                        result = method.invoke(storage.profiles(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    Runnable hook = hooks.remove(method.getName());
                    if (hook != null) {
                        hook.run();
                    }
                    return result;
                });
        return new Hooked(storage, store);
    }

    @Override
    public void close() {
        portals.forEach(Portal::close);
    }

    private record Hooked(ProfileStorage inner, ProfileStore profiles) implements ProfileStorage {
        @Override
        public TransactionDomain domain() {
            return inner.domain();
        }
    }

    /** The host's reason to roll back. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
