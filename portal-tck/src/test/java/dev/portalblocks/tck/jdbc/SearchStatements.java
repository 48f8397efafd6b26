// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.Synonyms;
import dev.portalblocks.search.jdbc.JdbcSynonymStorage;
import dev.portalblocks.search.learning.SearchLearning;
import dev.portalblocks.search.learning.jdbc.JdbcLearningStorage;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.ChangeSynonymRule;
import dev.portalblocks.search.model.RemoveSynonymRule;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.model.SynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What search, the editors' synonyms, and what is learned ask of a database. */
final class SearchStatements {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final Actor ERIKA = Actor.customer(TENANT, CustomerId.of("4711"));
    private static final Actor EDITOR = Actor.agent(TENANT, "edda", "editor");
    private static final Actor PROGRAM = Actor.system(TENANT, "program");
    private static final PageRequest FIRST = PageRequest.first(1);
    private static final String ASKED = "Rad Velo";

    private final Database db;
    private final StatementLog log;
    private final Map<String, List<String>> found = new LinkedHashMap<>();
    private Instant now = Instant.parse("2026-11-21T10:15:30Z");

    private SearchStatements(Database db, StatementLog log) {
        this.db = db;
        this.log = log;
    }

    /** Returns the statements of each operation, in a database in which nobody has searched yet. */
    static Map<String, List<String>> of(Database db, StatementLog log) {
        SearchStatements statements = new SearchStatements(db, log);
        try (Portal portal = statements.portal();
                LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            statements.withSynonyms(portal, index);
        }
        try (Portal portal = statements.portal();
                LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            statements.alone(portal, index);
        }
        return statements.found;
    }

    private Portal portal() {
        return Portal.builder(JdbcCoreStorage.on(db)).clock(() -> now).build();
    }

    private <T> T ask(String operation, Supplier<T> call) {
        log.takeAll();
        T answer = call.get();
        found.put(operation, log.takeAll());
        return answer;
    }

    private void run(String operation, Runnable call) {
        log.takeAll();
        call.run();
        found.put(operation, log.takeAll());
    }

    private void withSynonyms(Portal portal, LuceneSearchIndex index) {
        Synonyms synonyms = Synonyms.of(portal, JdbcSynonymStorage.on(db));
        synonyms.add(EDITOR, AddSynonymRule.of(SynonymTerms.of(LanguageTag.GERMAN, "Rad", "Velo")));
        edited(synonyms);
        KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
        Search search = Search.of(portal, index, synonyms, knowledge.searchSource());
        ask("search.find with synonyms", () -> search.find(ERIKA, SearchQuery.of("Rad und Hausrat"), FIRST));
        ask("search.find with synonyms of no word", () -> search.find(ERIKA, SearchQuery.of("?"), FIRST));
        publish(knowledge, "Das Rad");
        publish(knowledge, "Das Velo");
        search.follow(PROGRAM);
        readTheSecret(knowledge);
        ask("search.find with synonyms in an index", () -> search.find(ERIKA, SearchQuery.of("Rad"), FIRST));
        ask("search.suggest with synonyms", () -> search.suggest(ERIKA, SuggestQuery.of("rad")));
    }

    private void edited(Synonyms synonyms) {
        SynonymTerms terms = SynonymTerms.of(LanguageTag.GERMAN, "Hausrat", "Mobiliar");
        SynonymRule rule = ask("synonyms.rule.add", () -> synonyms.add(EDITOR, AddSynonymRule.of(terms)));
        SynonymTerms others = SynonymTerms.of(LanguageTag.GERMAN, "Hausrat", "Inventar");
        ask("synonyms.rule.change", () -> synonyms.change(EDITOR, ChangeSynonymRule.of(rule.id(), others)));
        ask("synonyms.rule.read", () -> synonyms.read(EDITOR, rule.id()));
        ask("synonyms.rule.list", () -> synonyms.list(EDITOR, PageRequest.first(50)));
        run("synonyms.rule.remove", () -> synonyms.remove(EDITOR, RemoveSynonymRule.of(rule.id())));
    }

    private void alone(Portal portal, LuceneSearchIndex index) {
        KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
        SearchLearning learning = SearchLearning.builder(portal, JdbcLearningStorage.on(db), index)
                .seldom(1)
                .build();
        Search search = Search.builder(portal, index, knowledge.searchSource())
                .recordedBy(learning.recorder())
                .build();
        ask("search.find", () -> search.find(ERIKA, SearchQuery.of(ASKED), FIRST));
        learning.keep(PROGRAM);
        search.follow(PROGRAM);
        readTheSecret(knowledge);
        SearchResults results = searched(search);
        publish(knowledge, "Das Rad der Zeit");
        search.follow(PROGRAM);
        PageRequest next =
                new PageRequest(1, Objects.requireNonNull(results.hits().next()));
        ask("search.find on a further page in an earlier list", () -> search.find(ERIKA, SearchQuery.of(ASKED), next));
        run("search.follow with nothing new", () -> search.follow(PROGRAM));
        learned(learning, results);
    }

    private SearchResults searched(Search search) {
        SearchResults results = ask("search.find in an index", () -> search.find(ERIKA, SearchQuery.of(ASKED), FIRST));
        ask("search.suggest", () -> search.suggest(ERIKA, SuggestQuery.of("rad")));
        ask("search.answer", () -> search.answers().suggestAnswers(ERIKA, AnswerQuery.of("Wo ist das Rad?")));
        return results;
    }

    private void learned(SearchLearning learning, SearchResults results) {
        run("search.opened", () -> learning.opened(ERIKA, Objects.requireNonNull(results.token())));
        ask("search.learning.keep of a search and a click", () -> learning.keep(PROGRAM));
        ask("search.learning.keep with nothing", () -> learning.keep(PROGRAM));
        now = now.plus(Duration.ofMinutes(31));
        ask("search.learning.keep of what has ended", () -> learning.keep(PROGRAM));
        ask("search.gaps", () -> learning.gaps(EDITOR, AskForGaps.ofAll()));
        ask("search.learning.purge with nothing", () -> learning.purge(PROGRAM));
        now = now.plus(Duration.ofDays(91));
        ask("search.learning.purge of a count", () -> learning.purge(PROGRAM));
    }

    /** By which cursors are signed: a portal reads it once. */
    private static void readTheSecret(KnowledgeBase knowledge) {
        Objects.requireNonNull(knowledge.list(EDITOR, null, null, FIRST).next());
    }

    private static void publish(KnowledgeBase knowledge, String title) {
        ArticleContent text = ArticleContent.of(LanguageTag.GERMAN, title, title + " ist gestohlen.");
        var id = knowledge.editor().create(EDITOR, CreateArticle.of(text)).id();
        knowledge.editor().publish(EDITOR, PublishArticle.of(id));
    }
}
