// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.spi.SearchSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A portal with articles, and a host's contracts, whose source fails when it is told to; its index outlives a process. */
final class SourcesHouse implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("other");

    /** What the host says of its contracts. */
    record Said(String what) {
        static final EventType<Said> CHANGED = new EventType<>("portalblocks.test.changed.v1", Said.class);
        static final EventType<Said> GONE = EventType.withdrawal("portalblocks.test.gone.v1", Said.class);
        static final Operation OPERATION = Operation.writing("test.say", Permission.forStaff("test.say"));
    }

    final Contracts contracts = new Contracts();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-01T12:00:00Z"));
    private final Memory memory = new Memory();
    private final CoreStorage core = MemoryCoreStorage.in(memory);
    private final KnowledgeStorage storage = MemoryKnowledgeStorage.in(memory);
    private final Path directory;
    private @Nullable Node last;

    SourcesHouse(Path directory) {
        this.directory = directory;
    }

    /** Starts a process, which is to end before the next begins. */
    Node begin(SearchSource... others) {
        Node begun = new Node(others);
        last = begun;
        return begun;
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** Cuts the log behind the index, so that everything is read anew. */
    void forgetLog() {
        core.domain().<Boolean>write(tx -> {
            core.events().removeUpTo(tx, ACME, core.events().end(tx, ACME));
            return true;
        });
    }

    @Override
    public void close() {
        contracts.works();
        if (last != null) {
            last.close();
        }
    }

    /** A process with its index. */
    final class Node implements AutoCloseable {
        final Portal portal = Portal.builder(core).clock(now::get).build();
        private final KnowledgeBase knowledge = KnowledgeBase.of(portal, storage);
        final LuceneSearchIndex index = LuceneSearchIndex.in(directory);
        private final Search search;

        Node(SearchSource... others) {
            portal.register(BlockContribution.of("test", Said.OPERATION).emitting(Said.CHANGED, Said.GONE));
            SearchSource[] all = Stream.concat(Stream.of(knowledge.searchSource()), Stream.of(others))
                    .toArray(SearchSource[]::new);
            Search.Builder builder = Search.builder(portal, index, all);
            builder.waiting = (from, atMost) -> contracts.next(from);
            search = builder.build();
        }

        void publish(TenantId tenant, String title) {
            Actor lena = Actor.agent(tenant, "lena", "editor");
            ArticleId id = knowledge
                    .editor()
                    .create(lena, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, title, "Beitrag")))
                    .id();
            knowledge.editor().publish(lena, PublishArticle.of(id));
        }

        void say(TenantId tenant, EventType<Said> type, String id) {
            say(tenant, type, Contracts.ref(id));
        }

        void say(TenantId tenant, EventType<Said> type, ObjectRef subject) {
            portal.operations().perform(Said.OPERATION, Actor.system(tenant, "host"), "", context -> {
                context.emit(type, subject, new Said(type.name()));
                return true;
            });
        }

        void change(TenantId tenant, String id, String title) {
            contracts.put(tenant, id, title);
            say(tenant, Said.CHANGED, id);
        }

        /** As the task does, after enough time for a source that is asked again. */
        void follow() {
            pass(SourceTroubles.LONGEST_REST);
            portal.maintenance().stream()
                    .filter(task -> task.name().equals("search.follow"))
                    .map(MaintenanceTask::work)
                    .forEach(Runnable::run);
        }

        /** Threads that were released come to their end on their own, so more than one look may be needed. */
        void settle() {
            for (int look = 0; look < 10_000 && !source().code().equals("ok"); look++) {
                Thread.onSpinWait();
                follow();
            }
            follow();
        }

        Set<String> found(TenantId tenant) {
            return found(Actor.anonymous(tenant));
        }

        Set<String> found(Actor reader) {
            return search.find(reader, SearchQuery.of("Beitrag"), PageRequest.first(200)).hits().items().stream()
                    .map(hit -> hit.title().text())
                    .collect(Collectors.toSet());
        }

        Health.Finding source() {
            return sourceOf(Contracts.TYPE);
        }

        Health.Finding sourceOf(String type) {
            return Optional.ofNullable(portal.health().parts().get("search.source." + type))
                    .orElseThrow();
        }

        @Override
        public void close() {
            portal.close();
            index.close();
        }
    }
}
