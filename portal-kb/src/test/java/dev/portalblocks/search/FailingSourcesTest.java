// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host's source that throws, hangs or talks nonsense stops nobody else, and makes good later what it owes. */
class FailingSourcesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId OTHER = TenantId.of("other");

    /** What the host says of its contracts. */
    record Said(String what) {
        static final EventType<Said> CHANGED = new EventType<>("portalblocks.test.changed.v1", Said.class);
        static final EventType<Said> GONE = EventType.withdrawal("portalblocks.test.gone.v1", Said.class);
        static final Operation OPERATION = Operation.writing("test.say", Permission.forStaff("test.say"));
    }

    /** The ways in which the source does not answer. */
    enum Way {
        THROWS,
        HANGS;

        void on(Contracts contracts, TenantId... tenants) {
            if (this == HANGS) {
                contracts.hangsFor(Set.of(tenants));
                return;
            }
            Set<TenantId> all = Set.of(tenants);
            contracts.fails((tenant, object) -> {
                if (all.contains(tenant)) {
                    throw new IllegalStateException("Vertrag von Erika Mustermann");
                }
            });
        }
    }

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-01T12:00:00Z"));
    private final Memory memory = new Memory();
    private final CoreStorage core = MemoryCoreStorage.in(memory);
    private final KnowledgeStorage storage = MemoryKnowledgeStorage.in(memory);
    private final Contracts contracts = new Contracts();

    @TempDir
    private Path directory;

    private @Nullable Node node;

    /** A process with its index. */
    private final class Node implements AutoCloseable {
        private final Portal portal = Portal.builder(core).clock(now::get).build();
        private final KnowledgeBase knowledge = KnowledgeBase.of(portal, storage);
        private final LuceneSearchIndex index = LuceneSearchIndex.in(directory);
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
            portal.operations().perform(Said.OPERATION, Actor.system(tenant, "host"), "", context -> {
                context.emit(type, Contracts.ref(id), new Said(type.name()));
                return true;
            });
        }

        void change(TenantId tenant, String id, String title) {
            contracts.put(tenant, id, title);
            say(tenant, Said.CHANGED, id);
        }

        /** As the task does, after enough time for a source that is asked again. */
        void follow() {
            now.updateAndGet(instant -> instant.plus(SourceTroubles.LONGEST_REST));
            portal.maintenance().stream()
                    .filter(task -> task.name().equals("search.follow"))
                    .map(MaintenanceTask::work)
                    .forEach(Runnable::run);
        }

        Set<String> found(TenantId tenant) {
            return search
                    .find(Actor.anonymous(tenant), SearchQuery.of("Beitrag"), PageRequest.first(200))
                    .hits()
                    .items()
                    .stream()
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

    @AfterEach
    void end() {
        contracts.works();
        if (node != null) {
            node.close();
        }
    }

    private Node begun(SearchSource... others) {
        Node begun = new Node(others);
        node = begun;
        return begun;
    }

    @ParameterizedTest
    @EnumSource
    void othersStayFreshAndWhatItHadStaysUntilItRecovers(Way way) {
        Node one = begun(contracts);
        one.change(ACME, "1", "Vertrag eins");
        one.change(OTHER, "1", "Vertrag der anderen");
        one.follow();
        assertThat(one.source().code()).isEqualTo("ok");

        way.on(contracts, ACME);
        one.change(ACME, "1", "Vertrag eins neu");
        one.change(ACME, "2", "Vertrag zwei");
        one.change(OTHER, "2", "Vertrag zwei der anderen");
        one.publish(ACME, "Artikel");
        one.publish(OTHER, "Artikel der anderen");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Artikel");
        assertThat(one.found(OTHER))
                .containsExactlyInAnyOrder("Vertrag der anderen", "Vertrag zwei der anderen", "Artikel der anderen");
        one.publish(ACME, "Artikel zwei");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Artikel", "Artikel zwei");

        contracts.works();
        settled(one);
        assertThat(one.found(ACME))
                .containsExactlyInAnyOrder("Vertrag eins neu", "Vertrag zwei", "Artikel", "Artikel zwei");
        assertThat(one.source().code()).isEqualTo("ok");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWithdrawnIsGoneAlthoughTheSourceFails(Way way) {
        Node one = begun(contracts);
        one.change(ACME, "1", "Vertrag eins");
        one.change(ACME, "2", "Vertrag zwei");
        one.follow();

        way.on(contracts, ACME);
        contracts.remove(ACME, "1");
        one.say(ACME, Said.GONE, "1");
        assertThat(one.found(ACME)).as("before the index has heard of it").containsExactly("Vertrag zwei");
        one.follow();
        assertThat(one.found(ACME)).as("and afterwards").containsExactly("Vertrag zwei");
        one.follow();
        contracts.works();
        settled(one);
        assertThat(one.found(ACME)).containsExactly("Vertrag zwei");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOwedOutlivesTheProcess(Way way) {
        try (Node one = new Node(contracts)) {
            one.change(ACME, "1", "Vertrag eins");
            one.follow();
            way.on(contracts, ACME);
            one.change(ACME, "1", "Vertrag eins neu");
            one.change(ACME, "2", "Vertrag zwei");
            one.follow();
        }
        contracts.works();
        Node two = begun(contracts);
        assertThat(two.found(ACME)).containsExactly("Vertrag eins");
        two.follow();
        assertThat(two.found(ACME)).containsExactlyInAnyOrder("Vertrag eins neu", "Vertrag zwei");
        assertThat(two.index.progress(ACME).map(IndexProgress::owed)).contains(Set.of());
    }

    /** The log was cut behind the index, so that everything is read anew. */
    @ParameterizedTest
    @EnumSource
    void aRebuildKeepsWhatAFailingSourceHadButForWhatWasWithdrawn(Way way) {
        Node one = begun(contracts);
        one.change(ACME, "1", "Vertrag eins");
        one.change(ACME, "2", "Vertrag zwei");
        one.publish(ACME, "Artikel");
        one.follow();

        way.on(contracts, ACME);
        one.publish(ACME, "Artikel zwei");
        one.change(ACME, "1", "Vertrag eins neu");
        contracts.remove(ACME, "2");
        one.say(ACME, Said.GONE, "2");
        forgetLog();
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Artikel", "Artikel zwei");
        contracts.works();
        settled(one);
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins neu", "Artikel", "Artikel zwei");
    }

    @ParameterizedTest
    @EnumSource
    void aFurtherSourceThatFailsKeepsNobodyWaiting(Way way) {
        try (Node one = new Node()) {
            one.publish(ACME, "Artikel");
            one.follow();
        }
        contracts.put(ACME, "1", "Vertrag eins");
        way.on(contracts, ACME);
        Node two = begun(contracts);
        two.publish(ACME, "Artikel zwei");
        two.follow();
        assertThat(two.found(ACME)).containsExactlyInAnyOrder("Artikel", "Artikel zwei");
        two.publish(ACME, "Artikel drei");
        two.follow();
        assertThat(two.found(ACME)).containsExactlyInAnyOrder("Artikel", "Artikel zwei", "Artikel drei");
        contracts.works();
        settled(two);
        assertThat(two.found(ACME))
                .containsExactlyInAnyOrder("Artikel", "Artikel zwei", "Artikel drei", "Vertrag eins");
    }

    @Test
    void aSourceThatIsTakenAwayLeavesNothing() {
        try (Node one = new Node(contracts)) {
            one.change(ACME, "1", "Vertrag eins");
            one.publish(ACME, "Artikel");
            one.follow();
        }
        try (Node two = new Node()) {
            two.follow();
            assertThat(two.found(ACME)).containsExactly("Artikel");
            assertThat(two.index.progress(ACME).map(IndexProgress::types)).contains(Set.of("article"));
        }
        Node three = begun(contracts);
        contracts.throwsEverywhere();
        three.follow();
        assertThat(three.found(ACME))
                .as("nothing was kept that could show again")
                .containsExactly("Artikel");
    }

    /** Ten tenants, again and again. */
    @Test
    void aSourceThatHangsForEverHoldsFourThreads() {
        Node one = begun(contracts);
        List<TenantId> tenants =
                IntStream.range(0, 10).mapToObj(i -> TenantId.of("t" + i)).toList();
        tenants.forEach(tenant -> one.publish(tenant, "Artikel"));
        one.follow();
        contracts.hangsFor(Set.copyOf(tenants));
        for (int round = 0; round < 5; round++) {
            for (TenantId tenant : tenants) {
                one.change(tenant, "1", "Vertrag");
                one.publish(tenant, "Artikel " + round);
            }
            one.follow();
        }
        assertThat(contracts.mostHanging()).isEqualTo(SourceReader.MOST_STUCK);
        assertThat(tenants)
                .allSatisfy(tenant -> assertThat(one.found(tenant)).hasSize(6).doesNotContain("Vertrag"));
        assertThat(one.source())
                .satisfies(source -> assertThat(source.status()).isEqualTo(Health.Status.BEHIND))
                .satisfies(source -> assertThat(source.code()).isEqualTo("search.source-hangs"))
                .satisfies(source -> assertThat(source.figures()).containsEntry("tenants", 10L));

        contracts.works();
        settled(one);
        assertThat(tenants)
                .allSatisfy(tenant -> assertThat(one.found(tenant)).hasSize(7).contains("Vertrag"));
    }

    @Test
    void anObjectAtWhichASourceThrowsKeepsNoOtherWaiting() {
        Node one = begun(contracts);
        one.publish(ACME, "Artikel");
        one.follow();
        contracts.fails((tenant, object) -> {
            if (Contracts.ref("1").equals(object)) {
                throw new StackOverflowError();
            }
        });
        one.change(ACME, "1", "Vertrag eins");
        one.change(ACME, "2", "Vertrag zwei");
        one.follow();
        one.change(ACME, "3", "Vertrag drei");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Artikel", "Vertrag zwei", "Vertrag drei");
        assertThat(one.source().code()).isEqualTo("search.source-throws");
        contracts.works();
        one.follow();
        assertThat(one.found(ACME)).hasSize(4);
    }

    /** So many that they are not remembered one by one. */
    @Test
    void whateverIsOwedIsTakenInTheEnd() {
        Node one = begun(contracts);
        one.publish(ACME, "Artikel");
        one.follow();
        contracts.throwsEverywhere();
        for (int number = 0; number <= Indexer.MOST_OWED; number++) {
            one.change(ACME, "c" + number, "Vertrag " + number);
        }
        one.follow();
        assertThat(one.index.progress(ACME).map(IndexProgress::types)).contains(Set.of("article"));
        assertThat(one.index.progress(ACME).map(IndexProgress::owed)).contains(Set.of());
        assertThat(one.found(ACME)).containsExactly("Artikel");
        contracts.works();
        one.follow();
        assertThat(one.found(ACME)).hasSize(200);
        assertThat(one.index.progress(ACME).map(IndexProgress::types)).contains(Set.of("article", Contracts.TYPE));
    }

    /** What an object looks like that can't be. */
    enum Nonsense {
        NOTHING,
        ANOTHER_OBJECT,
        ANOTHER_TYPE,
        DOCUMENT_OF_ANOTHER,
        TWICE_IN_A_LANGUAGE,
        TOO_LONG_A_TITLE,
        TOO_LONG_A_TEXT,
        NO_TITLE,
        NO_TEXT,
        FOR_NOBODY;

        @SuppressWarnings("NullAway") // as a host without it may hand over
        SearchChange of(ObjectRef object) {
            SearchDocument good = Contracts.document(object, "Unsinn");
            ObjectRef other = Contracts.ref("of another tenant");
            return switch (this) {
                case NOTHING -> null;
                case ANOTHER_OBJECT -> new SearchChange(other, List.of(Contracts.document(other, "Unsinn")));
                case ANOTHER_TYPE -> new SearchChange(ObjectRef.of("article", "1"), List.of());
                case DOCUMENT_OF_ANOTHER -> new SearchChange(object, List.of(Contracts.document(other, "Unsinn")));
                case TWICE_IN_A_LANGUAGE -> new SearchChange(object, List.of(good, good));
                case TOO_LONG_A_TITLE ->
                    new SearchChange(
                            object, List.of(Contracts.document(object, "x".repeat(SearchSource.MAX_TITLE + 1))));
                case TOO_LONG_A_TEXT -> change(good, good.title(), "x".repeat(SearchSource.MAX_BODY + 1));
                case NO_TITLE -> change(good, null, "");
                case NO_TEXT -> change(good, "Unsinn", null);
                case FOR_NOBODY ->
                    new SearchChange(
                            object,
                            List.of(new SearchDocument(
                                    object,
                                    good.language(),
                                    good.languages(),
                                    Set.of(),
                                    "Unsinn",
                                    good.text(),
                                    good.facts())));
            };
        }

        @SuppressWarnings("NullAway")
        private static SearchChange change(SearchDocument good, @Nullable String title, @Nullable String body) {
            return new SearchChange(
                    good.object(),
                    List.of(new SearchDocument(
                            good.object(),
                            good.language(),
                            good.languages(),
                            good.audiences(),
                            title,
                            SearchDocument.SearchText.of(body),
                            good.facts())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nonsenseIsNamedAndLeftOut(Nonsense nonsense) {
        Talking talking = new Talking(contracts);
        Node one = begun(talking);
        one.change(ACME, "1", "Vertrag eins");
        one.follow();

        talking.nonsense = nonsense;
        one.change(ACME, "1", "Vertrag eins neu");
        one.change(ACME, "2", "Vertrag zwei");
        one.publish(ACME, "Artikel");
        one.follow();
        assertThat(one.found(ACME)).containsExactlyInAnyOrder("Vertrag eins", "Vertrag zwei", "Artikel");
        assertThat(one.source().code()).isEqualTo("search.source-invalid");

        one.publish(ACME, "Artikel zwei");
        forgetLog();
        one.follow();
        assertThat(one.found(ACME)).as("after a rebuild").contains("Artikel", "Artikel zwei", "Vertrag zwei");
        assertThat(one.found(ACME)).doesNotContain("Unsinn");
        talking.nonsense = null;
        one.follow();
        assertThat(one.found(ACME))
                .containsExactlyInAnyOrder("Vertrag eins neu", "Vertrag zwei", "Artikel", "Artikel zwei");
        assertThat(one.source().code()).isEqualTo("ok");
    }

    /** Talks nonsense of contract 1. */
    private static final class Talking implements SearchSource {
        private final Contracts contracts;
        private volatile @Nullable Nonsense nonsense;

        Talking(Contracts contracts) {
            this.contracts = contracts;
        }

        @Override
        public String objectType() {
            return contracts.objectType();
        }

        @Override
        public Permission permission() {
            return contracts.permission();
        }

        @Override
        public SearchChange read(TenantId tenant, ObjectRef object) {
            Nonsense said = nonsense;
            return said != null && object.id().equals("1") ? said.of(object) : contracts.read(tenant, object);
        }

        @Override
        public void readAll(TenantId tenant, Consumer<SearchChange> target) {
            // among all, nobody can tell that it is another one
            Nonsense said = nonsense == Nonsense.ANOTHER_OBJECT ? Nonsense.NOTHING : nonsense;
            contracts.readAll(
                    tenant,
                    change -> target.accept(
                            said != null && change.object().id().equals("1") ? said.of(change.object()) : change));
        }
    }

    /** Neither what a source says when it throws, nor what it was asked for. */
    @Test
    void healthTellsOfNoPerson() {
        Node one = begun(contracts);
        one.follow();
        contracts.throwsEverywhere();
        one.change(ACME, "4711", "Vertrag von Erika Mustermann");
        one.follow();
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(7)));

        assertThat(one.source().code()).isEqualTo("search.source-throws");
        assertThat(one.portal.health().toString()).doesNotContain("Erika").doesNotContain("4711");
        assertThat(one.sourceOf("article").code()).isEqualTo("ok");
    }

    /** Threads that were released come to their end on their own, so more than one look may be needed. */
    private static void settled(Node one) {
        for (int look = 0; look < 10_000 && !one.source().code().equals("ok"); look++) {
            Thread.onSpinWait();
            one.follow();
        }
        one.follow();
    }

    private void forgetLog() {
        core.domain().<Boolean>write(tx -> {
            core.events().removeUpTo(tx, ACME, core.events().end(tx, ACME));
            return true;
        });
    }
}
