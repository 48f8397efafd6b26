// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.jdbc.JdbcVaultStorage;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;

/**
 * Where everything is kept: in memory, or in a database with the bytes of documents in a folder. An application has one of
 * the two; this one has both, to show that nothing else changes.
 */
record Storage(
        CoreStorage core,
        ProfileStorage profiles,
        MessagingStorage messages,
        VaultStorage documents,
        KnowledgeStorage articles,
        FaqStorage questions,
        Runnable closing)
        implements AutoCloseable {
    private static final int SECONDS_TO_CONNECT = 10;

    static Storage inMemory(TenantId tenant) {
        Memory memory = new Memory();
        MemoryCoreStorage core = MemoryCoreStorage.in(memory);
        memory.write(tx -> core.teams().put(tx, tenant, Correspondence.TEAM, Set.of(Correspondence.AGENT)));
        return new Storage(
                core,
                MemoryProfileStorage.in(memory),
                MemoryMessagingStorage.in(memory),
                MemoryVaultStorage.in(memory),
                MemoryKnowledgeStorage.in(memory),
                MemoryFaqStorage.in(memory),
                () -> {});
    }

    static Storage in(Place place, TenantId tenant) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(place.url());
        config.setConnectionTimeout(SECONDS_TO_CONNECT * 1_000L);
        config.setInitializationFailTimeout(-1); // what is wrong with the database is told by the first that needs it
        config.setConnectionTestQuery("SELECT 1"); // H2 calls a connection valid whose database was closed
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Database db = Database.on(pool);
            bringTables(db, tenant);
            return in(db, place, pool::close);
        } catch (IOException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static void bringTables(Database db, TenantId tenant) {
        // where a tool of the host's brings the tables, it runs the same files, and this line is not there
        Schemas.migrate(
                db,
                JdbcCoreStorage.SCHEMA,
                JdbcProfileStorage.SCHEMA,
                JdbcMessagingStorage.SCHEMA,
                JdbcVaultStorage.SCHEMA,
                JdbcKnowledgeStorage.SCHEMA,
                JdbcFaqStorage.SCHEMA);
        JdbcTeamDirectory teams = new JdbcTeamDirectory(db);
        db.write(tx -> teams.put(tx, tenant, Correspondence.TEAM, Set.of(Correspondence.AGENT)));
    }

    private static Storage in(Database db, Place place, Runnable closing) throws IOException {
        return new Storage(
                JdbcCoreStorage.on(db, FileContentStore.in(Files.createDirectories(place.contents()))),
                JdbcProfileStorage.on(db),
                JdbcMessagingStorage.on(db),
                JdbcVaultStorage.on(db),
                JdbcKnowledgeStorage.on(db),
                JdbcFaqStorage.on(db),
                closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}
