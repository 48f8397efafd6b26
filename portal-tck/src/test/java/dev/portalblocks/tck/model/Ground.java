// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.jdbc.JdbcVaultStorage;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.spi.ProfileStorage;
import dev.portalblocks.tck.jdbc.Pooled;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What a portal stands on, and stands on again after it was closed. */
final class Ground {
    private final Supplier<Stores> opening;
    private final Planted planted;
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    private Ground(Supplier<Stores> opening, Planted planted) {
        this.opening = opening;
        this.planted = planted;
    }

    /**
     * The stores of every block, opened.
     *
     * @param core core's
     * @param profiles those of profiles
     * @param mail the inbox's
     * @param vault the vault's
     * @param knowledge the knowledge base's
     * @param faq the FAQ's
     * @param closing closes what was opened for them
     */
    record Stores(
            CoreStorage core,
            ProfileStorage profiles,
            MessagingStorage mail,
            VaultStorage vault,
            KnowledgeStorage knowledge,
            FaqStorage faq,
            Runnable closing) {}

    /** Memory: only the portal is closed and built again. */
    static Ground inMemory(Planted planted) {
        Memory memory = new Memory();
        MemoryContentStore bytes = new MemoryContentStore();
        return new Ground(
                () -> new Stores(
                        MemoryCoreStorage.in(memory, bytes),
                        MemoryProfileStorage.in(memory),
                        MemoryMessagingStorage.in(memory),
                        MemoryVaultStorage.in(memory),
                        MemoryKnowledgeStorage.in(memory),
                        MemoryFaqStorage.in(memory),
                        () -> {}),
                planted);
    }

    /** A database, whose pool is opened each time; bytes lie where this store keeps them. */
    static Ground inDatabase(Pooled pools, Supplier<ContentStore> bytes) {
        return new Ground(() -> stores(pools.open(4), bytes.get()), Planted.NOTHING);
    }

    private static Stores stores(HikariDataSource pool, ContentStore bytes) {
        Database db = Pooled.database(pool);
        return new Stores(
                JdbcCoreStorage.on(db, bytes),
                JdbcProfileStorage.on(db),
                JdbcMessagingStorage.on(db),
                JdbcVaultStorage.on(db),
                JdbcKnowledgeStorage.on(db),
                JdbcFaqStorage.on(db),
                pool::close);
    }

    /** Returns every block on a new portal. */
    Blocks open() {
        Stores stores = opening.get();
        InstantSource clock = () -> now;
        Planted faults = planted.fresh();
        Portal portal = Portal.builder(faults.in(CoreStorage.class, stores.core()))
                .clock(clock)
                .build();
        return new Blocks(
                portal,
                Profiles.of(portal, faults.in(ProfileStorage.class, stores.profiles())),
                Inbox.of(portal, faults.in(MessagingStorage.class, stores.mail())),
                Vault.of(portal, faults.in(VaultStorage.class, stores.vault())),
                KnowledgeBase.of(portal, faults.in(KnowledgeStorage.class, stores.knowledge())),
                Faq.of(portal, faults.in(FaqStorage.class, stores.faq())),
                (tenant, teams) -> say(stores.core(), tenant, teams),
                stores.closing());
    }

    Instant now() {
        return now;
    }

    /** A step later. */
    void tick(long millis) {
        now = now.plusMillis(millis);
    }

    private static void say(CoreStorage core, TenantId tenant, Map<String, Set<String>> teams) {
        TransactionDomain domain = core.domain();
        teams.forEach((team, agents) -> domain.write(tx -> put(core.teams(), tx, tenant, team, agents)));
    }

    private static boolean put(TeamDirectory directory, Tx tx, TenantId tenant, String team, Set<String> agents) {
        return directory instanceof JdbcTeamDirectory rows
                ? rows.put(tx, tenant, team, agents)
                : ((dev.portalblocks.core.access.memory.MemoryTeamDirectory) directory).put(tx, tenant, team, agents);
    }
}
