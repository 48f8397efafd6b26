// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.event.ContactFollowedSearch;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.EmptySource;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.learning.memory.MemoryLearningStorage;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.learning.model.GapReport;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A knowledge base whose searches are learned of, a stand-in for a block that takes messages, and a time of its own. */
final class LearningHouse implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));
    static final Actor NOBODY = Actor.anonymous(ACME);
    static final Actor PROGRAM = Actor.system(ACME, "program");
    private static final Operation WRITE = Operation.writing("standin.write", Permission.forCustomers("standin.write"));
    private static final String MEMO = "memo";

    final Memory memory = new Memory();
    final LuceneSearchIndex lucene = LuceneSearchIndex.inMemory();
    final CountingIndex index = new CountingIndex(lucene);
    final MemoryLearningStorage storage = MemoryLearningStorage.in(memory);
    final Portal portal;
    final KnowledgeBase knowledge;
    final SearchLearning learning;
    final Search search;
    Instant now = Instant.parse("2026-11-21T10:15:30.123456Z");

    LearningHouse() {
        this(builder -> builder.seldom(1));
    }

    LearningHouse(UnaryOperator<SearchLearning.Builder> options) {
        portal = Portal.builder(MemoryCoreStorage.in(memory))
                .clock(() -> now)
                .random(new Random(7))
                .build();
        knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
        learning = options.apply(SearchLearning.builder(portal, storage, index)).build();
        search = Search.builder(
                        portal,
                        index,
                        knowledge.searchSource(),
                        new EmptySource(MEMO, Permission.forStaff("memo.read")))
                .recordedBy(learning.recorder())
                .build();
        portal.register(BlockContribution.of("standin", WRITE).emitting(ContactFollowedSearch.TYPE));
    }

    /** Writes what staff write for each other: of this kind no customer sees anything, whatever its audience. */
    void memo(String title) {
        ObjectRef object = ObjectRef.of(MEMO, "1");
        SearchDocument document = new SearchDocument(
                object,
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(Audience.PUBLIC),
                title,
                SearchText.of(""),
                SearchFacts.none());
        index.update(
                ACME,
                List.of(new SearchChange(object, List.of(document))),
                index.progress(ACME).orElseThrow());
    }

    void publish(ArticleContent text) {
        var id = knowledge.editor().create(LENA, CreateArticle.of(text)).id();
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        search.follow(PROGRAM);
    }

    static ArticleContent german(String title, String body) {
        return ArticleContent.of(LanguageTag.GERMAN, title, body);
    }

    SearchResults find(Actor actor, String text) {
        return find(actor, SearchQuery.of(text));
    }

    SearchResults find(Actor actor, SearchQuery query) {
        return search.find(actor, query, PageRequest.first(10));
    }

    SearchToken asked(Actor actor, String text) {
        return Objects.requireNonNull(find(actor, text).token());
    }

    /** Somebody writes to the company, and their page hands back the token. */
    void write(Actor actor, SearchToken token) {
        ContactFollowedSearch followed = ContactFollowedSearch.of(token);
        portal.operations().perform(WRITE, actor, "", context -> {
            context.emit(ContactFollowedSearch.TYPE, followed.lane(), followed);
            return "";
        });
    }

    /** Runs what the host's scheduler runs. */
    void task(String name) {
        portal.maintenance().stream()
                .filter(task -> task.name().equals(name))
                .map(MaintenanceTask::work)
                .forEach(Runnable::run);
    }

    void keep() {
        task("search.learning.follow");
        task("search.learning.keep");
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Lets the half hour pass in which something can follow a search. */
    GapReport reportLater() {
        keep();
        pass(Duration.ofMinutes(31));
        keep();
        return report();
    }

    GapReport report() {
        return learning.gaps(LENA, AskForGaps.ofAll());
    }

    @Override
    public void close() {
        portal.close();
        lucene.close();
    }

    /** Counts how often it is asked, and fails when told to. */
    static final class CountingIndex implements SearchIndex {
        private final SearchIndex inner;
        int searches;
        boolean fails;

        CountingIndex(SearchIndex inner) {
            this.inner = inner;
        }

        @Override
        public Optional<IndexProgress> progress(TenantId tenant) {
            return inner.progress(tenant);
        }

        @Override
        public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
            inner.update(tenant, changes, progress);
        }

        @Override
        public void rebuild(
                TenantId tenant, Set<String> keeping, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
            inner.rebuild(tenant, keeping, writer, progress);
        }

        @Override
        public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
            searches++;
            if (fails) {
                throw new PortalException.StorageFailure("planted.fault", true, null);
            }
            return inner.search(tenant, query, after, limit);
        }

        @Override
        public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
            return inner.suggest(tenant, query, limit);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
