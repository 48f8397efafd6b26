// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operation;
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
import dev.portalblocks.tck.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Every block there is on one portal in one memory, with every SPI handed in watched. */
final class Composition implements AutoCloseable {
    final Steps steps = new Steps();
    final Memory memory = new Memory();
    final MemoryContentStore bytes = new MemoryContentStore();
    final CoreStorage core;
    final Time time = new Time(steps);
    final Ruler policy = new Ruler(steps);
    final Watched watched = new Watched(steps);
    final Portal portal;
    final ProfileStorage profileStorage;
    final Profiles profiles;
    final KnowledgeStorage knowledgeStorage;
    final KnowledgeBase knowledge;
    final Faq faq;
    final Inbox inbox;
    final Vault vault;
    final Synonyms synonyms;
    final LearningStorage learningStorage;
    final SearchLearning learning;
    final Search search;
    private final AnsweringIndex index;
    private final List<TenantId> tenants = new ArrayList<>();

    private final Stores stores;

    /**
     * The stores of every block.
     *
     * @param core core's
     * @param teams says who is in which team
     * @param profiles those of profiles
     * @param knowledge the knowledge base's
     * @param faq the FAQ's
     * @param synonyms those of editors' synonyms
     * @param vault the vault's
     * @param mail the inbox's
     * @param learning what is learned of searches
     */
    record Stores(
            CoreStorage core,
            Teams teams,
            ProfileStorage profiles,
            KnowledgeStorage knowledge,
            FaqStorage faq,
            SynonymStorage synonyms,
            VaultStorage vault,
            MessagingStorage mail,
            LearningStorage learning) {}

    /** Says who is in which team. */
    @FunctionalInterface
    interface Teams {
        boolean put(Tx tx, TenantId tenant, String team, Set<String> agents);
    }

    private Composition(AnsweringIndex index, Function<Composition, Stores> made) {
        this.index = index;
        stores = made.apply(this);
        core = stores.core();
        portal = Portal.builder(watched.of(CoreStorage.class, core))
                .clock(time)
                .random(watchedRandom(Seed.random()))
                .policy(policy)
                .build();
        profileStorage = watched.of(ProfileStorage.class, stores.profiles());
        profiles = Profiles.of(portal, profileStorage);
        knowledgeStorage = watched.of(KnowledgeStorage.class, stores.knowledge());
        knowledge = KnowledgeBase.of(portal, knowledgeStorage);
        faq = Faq.of(portal, watched.of(FaqStorage.class, stores.faq()));
        vault = Vault.of(portal, watched.of(VaultStorage.class, stores.vault()));
        inbox = Inbox.of(portal, watched.of(MessagingStorage.class, stores.mail()));
        synonyms = Synonyms.of(portal, watched.of(SynonymStorage.class, stores.synonyms()));
        learningStorage = watched.of(LearningStorage.class, stores.learning());
        AnsweringIndex searched = watched.of(AnsweringIndex.class, index);
        learning = SearchLearning.builder(portal, learningStorage, searched)
                .seldom(1)
                .build();
        search = Search.builder(portal, searched, knowledge.searchSource(), faq.searchSource())
                .with(synonyms)
                .recordedBy(learning.recorder())
                .build();
    }

    /** Returns a new one, empty. */
    static Composition fresh() {
        return new Composition(LuceneSearchIndex.inMemory(), Composition::inMemory);
    }

    /** Returns one in this database, whose tables are there; bytes are kept in what this makes of a store in memory. */
    static Composition in(Database db, UnaryOperator<ContentStore> bytes) {
        return in(db, bytes, LuceneSearchIndex.inMemory());
    }

    /** Returns the same with this index, which it closes. */
    static Composition in(Database db, UnaryOperator<ContentStore> bytes, AnsweringIndex index) {
        return new Composition(
                index,
                composition -> new Stores(
                        JdbcCoreStorage.on(db, bytes.apply(composition.bytes)),
                        new JdbcTeamDirectory(db)::put,
                        JdbcProfileStorage.on(db),
                        JdbcKnowledgeStorage.on(db),
                        JdbcFaqStorage.on(db),
                        JdbcSynonymStorage.on(db),
                        JdbcVaultStorage.on(db),
                        JdbcMessagingStorage.on(db),
                        JdbcLearningStorage.on(db)));
    }

    private static Stores inMemory(Composition composition) {
        Memory memory = composition.memory;
        MemoryCoreStorage core = MemoryCoreStorage.in(memory, composition.bytes);
        return new Stores(
                core,
                core.teams()::put,
                MemoryProfileStorage.in(memory),
                MemoryKnowledgeStorage.in(memory),
                MemoryFaqStorage.in(memory),
                MemorySynonymStorage.in(memory),
                MemoryVaultStorage.in(memory),
                MemoryMessagingStorage.in(memory),
                MemoryLearningStorage.in(memory));
    }

    /** Says who is in a team of a tenant. */
    void team(TenantId tenant, String team, Set<String> agents) {
        core.domain().write(tx -> stores.teams().put(tx, tenant, team, agents));
    }

    /** Returns every operation that a block declares. */
    List<Operation> operations() {
        return portal.blocks().stream()
                .map(BlockContribution::operations)
                .flatMap(List::stream)
                .toList();
    }

    Operation operation(String name) {
        return operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No block declares " + name));
    }

    /** Returns a tenant that was not there before. */
    TenantId newTenant(String name) {
        TenantId tenant = TenantId.of(String.format(Locale.ROOT, "%s-%04d", name, tenants.size()));
        tenants.add(tenant);
        return tenant;
    }

    List<TenantId> tenants() {
        return List.copyOf(tenants);
    }

    /** Returns what is kept, rows and bytes. */
    Kept kept() {
        return Kept.in(this);
    }

    List<ContentRef> bytesOf(TenantId tenant) {
        return bytes.list(tenant, null, Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        portal.close();
        index.close();
    }

    private RandomGenerator watchedRandom(SplittableRandom random) {
        return () -> {
            steps.pass(RandomGenerator.class, "nextLong", Steps.Moment.BEFORE);
            synchronized (random) {
                return random.nextLong();
            }
        };
    }
}
