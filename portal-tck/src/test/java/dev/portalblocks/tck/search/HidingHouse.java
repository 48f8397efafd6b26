// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.learning.SearchLearning;
import dev.portalblocks.search.learning.memory.MemoryLearningStorage;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.model.TextSection;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SearchSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search in which texts are that everybody sees, and texts that hardly anybody sees. */
final class HidingHouse implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId FOREIGN = TenantId.of("globex");
    static final String EVERYWHERE = "Beitrag";
    private static final int MOST_PAGES = 5;
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");

    final SearchIndex index;
    final Search search;
    final SearchLearning learning;
    private final Portal portal;
    private final KnowledgeBase knowledge;
    private Instant now = Articles.NOON;

    /** A host's letters, which are written into the index by the tests themselves. */
    private record Post() implements SearchSource {
        @Override
        public String objectType() {
            return "letter";
        }

        @Override
        public Permission permission() {
            return Search.SEARCH;
        }

        @Override
        public SearchChange read(TenantId tenant, ObjectRef object) {
            return new SearchChange(object, List.of());
        }

        @Override
        public void readAll(TenantId tenant, Consumer<SearchChange> target) {
            // there are none but those
        }
    }

    HidingHouse(SearchIndex index, boolean learns) {
        this.index = index;
        Memory memory = new Memory();
        portal = Portal.builder(MemoryCoreStorage.in(memory))
                .clock(() -> now)
                .random(new Random(7))
                .segments(Hidden::segments)
                .holdings(Hidden::holdings)
                .build();
        knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
        learning = SearchLearning.builder(portal, MemoryLearningStorage.in(memory), index)
                .seldom(1)
                .build();
        Search.Builder builder = Search.builder(portal, index, knowledge.searchSource(), new Post());
        search = (learns ? builder.recordedBy(learning.recorder()) : builder).build();
        mandates();
        publish("Wann der Beitrag steigt", "Der Beitrag und die Rechnung steigen im Januar mit dem Tarif.");
        publish("Rechnung mit Rabatt", "Ein Rabatt auf den Beitrag steht in der Rechnung.");
        publish("Tarif wechseln", "Der Tarif gilt ab Januar.");
        follow();
    }

    /** One customer may act for another one, a second one might until now. */
    private void mandates() {
        Actor program = Actor.system(ACME, "program");
        for (CustomerId holder : List.of(Hidden.HOLDER, Hidden.FORMER_HOLDER)) {
            Mandate mandate = portal.mandates()
                    .grant(program, GrantMandate.everything(Hidden.OWNER, holder, Mandate.Kind.HOUSEHOLD));
            if (holder.equals(Hidden.FORMER_HOLDER)) {
                portal.mandates().revoke(program, RevokeMandate.of(mandate.id()));
            }
        }
    }

    /** Brings the index up to date. */
    void follow() {
        search.follow(Actor.system(ACME, "index"));
        search.follow(Actor.system(FOREIGN, "index"));
    }

    ArticleId publish(String title, String body) {
        ArticleId id = draft(title, body);
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    ArticleId draft(String title, String body) {
        return knowledge
                .editor()
                .create(LENA, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, title, body)))
                .id();
    }

    /** Adds articles that nobody sees: the index has not heard that the second was withdrawn. */
    void hideArticles(String words) {
        draft(words + " " + Hidden.DRAFT.word, words);
        ArticleId withdrawn = publish(words + " " + Hidden.WITHDRAWN.word, words);
        follow();
        knowledge.editor().archive(LENA, ArchiveArticle.of(withdrawn));
    }

    /** Adds a letter that says the word of why it is hidden in its title, text, heading, tag and category. */
    void hide(Hidden why, String id, String words) {
        ObjectRef object = ObjectRef.of("letter", why + id);
        String title = words + " " + why.word;
        SearchText text = new SearchText(
                title + " " + why.word, List.of(new TextSection(title, "a", 0)), List.of(why.word, EVERYWHERE));
        SearchDocument letter = new SearchDocument(
                object,
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(why.audience()),
                title,
                text,
                why.facts(SearchFacts.in(Set.of(why.word)), now));
        TenantId tenant = why == Hidden.FOREIGN ? FOREIGN : ACME;
        index.update(
                tenant,
                List.of(new SearchChange(object, List.of(letter))),
                index.progress(tenant).orElseThrow());
    }

    SearchResults find(Actor actor, String text) {
        return search.find(actor, SearchQuery.of(text).counting(Facet.values()), PageRequest.first(50));
    }

    /** Returns all that a reader is told who asks this on every path. */
    String told(Actor actor, String text) {
        return paths(actor).stream()
                .map(path -> String.valueOf(path.apply(text)))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the paths on which a reader can ask. */
    List<Function<String, ?>> paths(Actor actor) {
        return List.of(
                text -> find(actor, text),
                text -> search.find(actor, SearchQuery.typing(text).counting(Facet.values()), PageRequest.first(50)),
                text -> pages(actor, text),
                text -> search.suggest(actor, SuggestQuery.of(text)),
                text -> search.answers()
                        .suggestAnswers(actor, AnswerQuery.of("Guten Tag, was ist mit " + text + "? Danke!")));
    }

    /** What a reader is told who goes on from page to page. */
    private List<SearchResults> pages(Actor actor, String text) {
        List<SearchResults> pages = new ArrayList<>();
        @Nullable Cursor next = null;
        do {
            SearchResults page =
                    search.find(actor, SearchQuery.of(text).counting(Facet.values()), new PageRequest(1, next));
            next = page.hits().next();
            pages.add(new SearchResults(
                    new Page<>(page.hits().items(), null), page.didYouMean(), page.facets(), page.token()));
        } while (next != null && pages.size() < MOST_PAGES);
        return pages;
    }

    void task(String name) {
        portal.maintenance().stream()
                .filter(task -> task.name().equals(name))
                .map(MaintenanceTask::work)
                .forEach(Runnable::run);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        portal.close();
        index.close();
    }
}
