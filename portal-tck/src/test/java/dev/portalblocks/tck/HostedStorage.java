// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStorage;
import dev.portalblocks.tck.jdbc.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Storage of each kind, in an application that has transactions of its own and ends them as it likes. */
public final class HostedStorage {
    private final CoreStorage core;
    private final ProfileStorage profiles;
    private final KnowledgeStorage knowledge;
    private final Host host;

    private HostedStorage(CoreStorage core, ProfileStorage profiles, KnowledgeStorage knowledge, Host host) {
        this.core = core;
        this.profiles = profiles;
        this.knowledge = knowledge;
        this.host = host;
    }

    /** What is stored where. */
    public enum Engine {
        /** In memory. */
        MEMORY,
        /** In H2. */
        H2,
        /** In PostgreSQL. */
        POSTGRESQL;

        /** Returns storage of this kind in which there is nothing. */
        public HostedStorage empty() {
            return switch (this) {
                case MEMORY -> in(new Memory());
                case H2 -> on(Databases.H2.fresh());
                case POSTGRESQL -> on(Databases.POSTGRESQL.fresh());
            };
        }
    }

    /** The application. */
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

    private record DatabaseHost(DataSource source, Database database) implements Host {
        @Override
        public void transaction(Supplier<?> joined, boolean commits) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                database.joining(connection, joined);
                if (commits) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static HostedStorage in(Memory memory) {
        return new HostedStorage(
                MemoryCoreStorage.in(memory, new MemoryContentStore()),
                MemoryProfileStorage.in(memory),
                MemoryKnowledgeStorage.in(memory),
                new MemoryHost(memory));
    }

    /** Returns storage in this database. */
    public static HostedStorage on(DataSource source) {
        Database db = Databases.on(source);
        return new HostedStorage(
                JdbcCoreStorage.on(db, new MemoryContentStore()),
                JdbcProfileStorage.on(db),
                JdbcKnowledgeStorage.on(db),
                new DatabaseHost(source, db));
    }

    /** Returns the portal's own. */
    public CoreStorage core() {
        return core;
    }

    /** Returns that of profiles. */
    public ProfileStorage profiles() {
        return profiles;
    }

    /** Returns that of articles. */
    public KnowledgeStorage knowledge() {
        return knowledge;
    }

    /** Runs the work in a transaction of the host's, which commits it or rolls it back. */
    public void joined(boolean commits, Supplier<?> work) {
        host.transaction(work, commits);
    }

    /** Runs the work in a transaction of the host's that only reads: in memory it sees the state of its begin. */
    public void reading(Supplier<?> work) {
        host.reading(work);
    }

    /** The host's reason to roll back. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
