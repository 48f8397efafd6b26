// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.Set;

/** What an office keeps its papers in. */
enum Cabinet {
    MEMORY {
        @Override
        Papers empty() {
            Memory memory = new Memory();
            MemoryCoreStorage core = MemoryCoreStorage.in(memory);
            MemoryTeamDirectory teams = core.teams();
            return new Papers(core, MemoryMessagingStorage.in(memory), teams::put);
        }
    },
    H2 {
        @Override
        Papers empty() {
            return in(Databases.H2.database());
        }
    },
    POSTGRESQL {
        @Override
        Papers empty() {
            return in(Databases.POSTGRESQL.database());
        }
    };

    /** Returns storages without anything in them. */
    abstract Papers empty();

    private static Papers in(Database db) {
        return new Papers(JdbcCoreStorage.on(db), JdbcMessagingStorage.on(db), new JdbcTeamDirectory(db)::put);
    }

    /**
     * The storages of one office.
     *
     * @param core core's
     * @param messaging the inbox's
     * @param teams says who is in which team
     */
    record Papers(CoreStorage core, MessagingStorage messaging, Teams teams) {}

    /** Says who is in which team. */
    @FunctionalInterface
    interface Teams {
        /** Makes a team of these agents. */
        boolean put(Tx tx, TenantId tenant, String team, Set<String> agents);
    }
}
