// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.event.ContactFollowedSearch;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
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
import dev.portalblocks.search.Search;
import dev.portalblocks.search.Synonyms;
import dev.portalblocks.search.jdbc.JdbcSynonymStorage;
import dev.portalblocks.search.learning.SearchLearning;
import dev.portalblocks.search.learning.jdbc.JdbcLearningStorage;
import dev.portalblocks.search.learning.memory.MemoryLearningStorage;
import dev.portalblocks.search.learning.spi.LearningStorage;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.memory.MemorySynonymStorage;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.SynonymStorage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All blocks on one portal, in which each tenant has a clock and random numbers of its own. For one thread. */
final class House implements AutoCloseable {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    /** A message to the company that says which search it followed: no block of ours does so yet. */
    private static final Operation WRITE = Operation.writing("standin.write", Permission.forCustomers("standin.write"));

    /** Where things are kept; each has its stores. */
    record Stores(
            CoreStorage core,
            ProfileStorage profiles,
            MessagingStorage messages,
            VaultStorage vault,
            KnowledgeStorage knowledge,
            FaqStorage faq,
            Searching searching) {
        /**
         * What belongs to search.
         *
         * @param index the engine
         * @param synonyms what editors keep
         * @param learning what is learned
         */
        record Searching(AnsweringIndex index, SynonymStorage synonyms, LearningStorage learning) {}

        Stores with(CoreStorage other) {
            return new Stores(other, profiles, messages, vault, knowledge, faq, searching);
        }

        Stores with(MessagingStorage other) {
            return new Stores(core, profiles, other, vault, knowledge, faq, searching);
        }

        Stores with(VaultStorage other) {
            return new Stores(core, profiles, messages, other, knowledge, faq, searching);
        }

        Stores with(KnowledgeStorage other) {
            return new Stores(core, profiles, messages, vault, other, faq, searching);
        }

        Stores with(AnsweringIndex other) {
            return with(new Searching(other, searching.synonyms, searching.learning));
        }

        Stores with(SynonymStorage other) {
            return with(new Searching(searching.index, other, searching.learning));
        }

        Stores with(LearningStorage other) {
            return with(new Searching(searching.index, searching.synonyms, other));
        }

        private Stores with(Searching other) {
            return new Stores(core, profiles, messages, vault, knowledge, faq, other);
        }

        static Stores inMemory() {
            Memory memory = new Memory();
            return new Stores(
                    MemoryCoreStorage.in(memory, new MemoryContentStore()),
                    MemoryProfileStorage.in(memory),
                    MemoryMessagingStorage.in(memory),
                    MemoryVaultStorage.in(memory),
                    MemoryKnowledgeStorage.in(memory),
                    MemoryFaqStorage.in(memory),
                    new Searching(
                            LuceneSearchIndex.inMemory(),
                            MemorySynonymStorage.in(memory),
                            MemoryLearningStorage.in(memory)));
        }

        static Stores on(Databases kind) {
            Database db = Database.on(kind.bare());
            Schemas.migrate(db, Databases.SCHEMAS.toArray(Schema[]::new));
            return new Stores(
                    JdbcCoreStorage.on(db, new MemoryContentStore()),
                    JdbcProfileStorage.on(db),
                    JdbcMessagingStorage.on(db),
                    JdbcVaultStorage.on(db),
                    JdbcKnowledgeStorage.on(db),
                    JdbcFaqStorage.on(db),
                    new Searching(LuceneSearchIndex.inMemory(), JdbcSynonymStorage.on(db), JdbcLearningStorage.on(db)));
        }
    }

    private static final class Surroundings {
        private final SplittableRandom random;
        private long looks;
        private Duration passed = Duration.ZERO;

        Surroundings(long seed) {
            random = new SplittableRandom(seed);
        }
    }

    final Portal portal;
    final Profiles profiles;
    final Inbox inbox;
    final Vault vault;
    final KnowledgeBase knowledge;
    final Faq faq;
    final Synonyms synonyms;
    final SearchLearning learning;
    final Search search;
    private final AnsweringIndex index;
    private final CoreStorage core;
    private final boolean shared;
    private final Set<TenantId> seen = new HashSet<>();
    private final Map<TenantId, Surroundings> surroundings = new HashMap<>();
    private @Nullable Surroundings now;

    /** Takes the stores; with {@code shared} all tenants share clock and random numbers, which is wrong. */
    House(Stores stores, boolean shared) {
        this.shared = shared;
        index = stores.searching().index();
        core = stores.core();
        InstantSource clock = () -> BEGIN.plus(current().passed).plusMillis(current().looks++ * 3);
        RandomGenerator random = () -> current().random.nextLong();
        portal = Portal.builder(stores.core()).clock(clock).random(random).build();
        profiles = Profiles.of(portal, stores.profiles());
        inbox = Inbox.of(portal, stores.messages());
        vault = Vault.of(portal, stores.vault());
        knowledge = KnowledgeBase.of(portal, stores.knowledge());
        faq = Faq.of(portal, stores.faq());
        synonyms = Synonyms.of(portal, stores.searching().synonyms());
        learning = SearchLearning.builder(portal, stores.searching().learning(), index)
                .seldom(2)
                .build();
        search = Search.builder(portal, index, knowledge.searchSource(), faq.searchSource())
                .with(synonyms)
                .recordedBy(learning.recorder())
                .build();
        portal.register(BlockContribution.of("standin", WRITE).emitting(ContactFollowedSearch.TYPE));
        hear();
    }

    /** What happens next is this tenant's; its random numbers begin with the seed when it is seen first. */
    void enter(TenantId tenant, long seed) {
        now = surroundings.computeIfAbsent(shared ? TenantId.of("all") : tenant, it -> new Surroundings(seed));
        if (seen.add(tenant)) {
            core.domain().write(tx -> teams(tx, tenant));
        }
    }

    /** Lets time pass for the tenant whose turn it is. */
    void pass(Duration time) {
        Surroundings own = current();
        own.passed = own.passed.plus(time);
    }

    /** Says that a customer wrote to the company after this search, and that the node heard of it. */
    String write(Actor actor, SearchToken search) {
        ContactFollowedSearch followed = ContactFollowedSearch.of(search);
        portal.operations().perform(WRITE, actor, "", context -> {
            context.emit(ContactFollowedSearch.TYPE, followed.lane(), followed);
            return true;
        });
        hear();
        return followed.search();
    }

    /** Lets the node hear of what was written after searches, as its scheduler does; no tenant's time pays for all of them. */
    private void hear() {
        Surroundings before = now;
        now = null;
        portal.maintenance().stream()
                .filter(task -> task.name().equals("search.learning.follow"))
                .map(MaintenanceTask::work)
                .forEach(Runnable::run);
        now = before;
    }

    /** Without a team nobody answers what customers write. */
    private boolean teams(Tx tx, TenantId tenant) {
        return core.teams() instanceof JdbcTeamDirectory rows
                ? rows.put(tx, tenant, "claims", Set.of("carl"))
                : ((MemoryTeamDirectory) core.teams()).put(tx, tenant, "claims", Set.of("carl"));
    }

    private Surroundings current() {
        Surroundings there = now;
        return there == null ? new Surroundings(0) : there;
    }

    @Override
    public void close() {
        portal.close();
        index.close();
    }
}
