// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.memory.MemorySynonymStorage;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.ChangeSynonymRule;
import dev.portalblocks.search.model.RemoveSynonymRule;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.model.SynonymRule;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.StoredSynonymRule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor EDITOR = Actor.agent(ACME, "edda", "editor");
    private static final Actor PROGRAM = Actor.system(ACME, "program");
    private static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));
    private static final SynonymTerms HANDY = SynonymTerms.of(GERMAN, "Handyschutz", "Elektronikversicherung");

    private final Memory memory = new Memory();
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Portal portal = Portal.of(memory);
    private final KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
    private final MemorySynonymStorage storage = MemorySynonymStorage.in(memory);
    private final Synonyms synonyms = Synonyms.of(portal, storage);
    private final Search search = Search.of(portal, index, synonyms, knowledge.searchSource());

    @AfterEach
    void close() {
        portal.close();
        index.close();
    }

    @Test
    void aRuleCountsFromTheNextSearchOn() {
        String article = published(EDITOR, "Tarife", "Unsere Elektronikversicherung gilt weltweit.");
        assertThat(found("Handyschutz")).isEmpty();

        SynonymRule rule = synonyms.add(EDITOR, AddSynonymRule.of(HANDY));
        assertThat(found("Handyschutz")).containsExactly(article);
        assertThat(found("Brauche ich den Handy-Schutz?")).containsExactly(article);

        synonyms.change(
                EDITOR,
                ChangeSynonymRule.of(rule.id(), SynonymTerms.of(GERMAN, "Mobilschutz", "Elektronikversicherung")));
        assertThat(found("Handyschutz")).isEmpty();
        assertThat(found("Mobilschutz")).containsExactly(article);

        synonyms.remove(EDITOR, RemoveSynonymRule.of(rule.id()));
        assertThat(found("Mobilschutz")).isEmpty();
    }

    /** Behind what begins as it was typed; in the next suggestion, and never what the reader may not see. */
    @Test
    void whatARuleSaysIsSuggestedAtOnce() {
        published(EDITOR, "Elektronikversicherung", "Sie gilt weltweit.");
        published(EDITOR, "Handys verleihen", "Das ist erlaubt.");
        assertThat(suggested("handy")).containsExactly("Handys verleihen");

        SynonymRule rule = synonyms.add(EDITOR, AddSynonymRule.of(HANDY));
        assertThat(suggested("handy")).containsExactly("Handys verleihen", "Elektronikversicherung");
        assertThat(suggested("Handy-Schu")).containsExactly("Elektronikversicherung");
        assertThat(suggested("ha")).containsExactly("Handys verleihen");

        synonyms.remove(EDITOR, RemoveSynonymRule.of(rule.id()));
        assertThat(suggested("handy")).containsExactly("Handys verleihen");
    }

    private List<String> suggested(String typed) {
        return search.suggest(ERIKA, SuggestQuery.of(typed)).stream()
                .map(suggestion -> suggestion.title().text())
                .toList();
    }

    @Test
    void anotherTenantHasItsOwn() {
        Actor stranger = Actor.agent(TenantId.of("globex"), "edda", "editor");
        synonyms.add(stranger, AddSynonymRule.of(HANDY));
        published(EDITOR, "Tarife", "Unsere Elektronikversicherung.");

        assertThat(found("Handyschutz")).isEmpty();
        assertThat(synonyms.list(EDITOR, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void aRuleCountsInItsLanguage() {
        published(EDITOR, "Geschenke", "Ein Present für Erika.");
        synonyms.add(EDITOR, AddSynonymRule.of(SynonymTerms.of(ENGLISH, "Mitbringsel", "Present")));

        assertThat(found("Mitbringsel")).isEmpty();
    }

    /** A mistyped word, its forms, and rules that name each other. */
    @Test
    void rulesAreOneStepAlsoInACircle() {
        String ring = published(EDITOR, "Eins", "Ein Kringel.");
        String pretzel = published(EDITOR, "Zwei", "Eine Brezel.");
        String roll = published(EDITOR, "Drei", "Eine Semmel.");
        synonyms.add(
                EDITOR, AddSynonymRule.of(SynonymTerms.of(GERMAN, "Kringel").finding("Brezel")));
        synonyms.add(EDITOR, AddSynonymRule.of(SynonymTerms.of(GERMAN, "Brezel").finding("Semmel")));
        synonyms.add(EDITOR, AddSynonymRule.of(SynonymTerms.of(GERMAN, "Semmel").finding("Kringel")));

        assertThat(found("Kringel")).containsExactlyInAnyOrder(ring, pretzel);
        assertThat(found("Brezeln")).containsExactlyInAnyOrder(pretzel, roll);
        assertThat(found("Semmel")).containsExactlyInAnyOrder(roll, ring);
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE, content.terms[1]",
        "Überweisung, ueberweisung, content.terms[1]",
        "Kfz-Brief, Kfz Brief, content.terms[1]"
    })
    void aTermThatMapsToItselfIsRefused(String one, String same, String field) {
        assertViolation(SynonymTerms.of(GERMAN, one, same), field, "same-term");
    }

    @Test
    void aTermThatFindsItselfIsRefused() {
        assertViolation(SynonymTerms.of(GERMAN, "Auto", "Hausrat").finding("hausrat"), "content.terms[1]", "same-term");
    }

    /** In French an accent makes another word. */
    @Test
    void whatIsAnotherWordInItsLanguageIsNone() {
        LanguageTag french = LanguageTag.of("fr");
        assertThat(synonyms.add(EDITOR, AddSynonymRule.of(SynonymTerms.of(french, "côte", "cote")))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void whatNobodyCanAskForIsRefused() {
        assertViolation(SynonymTerms.of(GERMAN, "Auto"), "content.terms", "no-synonym");
        assertViolation(SynonymTerms.of(GERMAN, "Auto", "!?"), "content.terms[1]", "no-word");
        assertViolation(
                SynonymTerms.of(GERMAN, "Auto", "ein zwei drei vier fünf sechs sieben"), "content.terms[1]", "words");
    }

    @Test
    void everyViolatedFieldIsNamed() {
        SynonymTerms terms = SynonymTerms.of(GERMAN, "Auto", "auto", "?").finding("AUTO");
        PortalException.InvalidInput refused = catchThrowableOfType(
                PortalException.InvalidInput.class, () -> synonyms.add(EDITOR, AddSynonymRule.of(terms)));

        assertThat(refused.violations())
                .extracting(violation -> violation.field() + " " + violation.code())
                .containsExactly(
                        "content.terms[0] same-term", "content.terms[1] same-term", "content.terms[2] no-word");
        assertThat(refused.violations())
                .allSatisfy(violation -> assertThat(violation.messages()).containsOnlyKeys("de", "en"));
    }

    @Test
    void aTenantHasSoManyRulesAndNoMore() {
        memory.write(tx -> {
            IntStream.range(0, Synonyms.MAX_RULES)
                    .forEach(i -> storage.rules()
                            .insert(
                                    tx,
                                    new StoredSynonymRule(
                                            ACME, SynonymRuleId.of(new UUID(1, i)), HANDY, 1, Instant.EPOCH)));
            return true;
        });

        assertThatThrownBy(() -> synonyms.add(EDITOR, AddSynonymRule.of(HANDY)))
                .isInstanceOfSatisfying(PortalException.LimitExceeded.class, refused -> {
                    assertThat(refused.code()).isEqualTo("synonym-rule.limit");
                    assertThat(refused.limit()).isEqualTo(Synonyms.MAX_RULES);
                });
        published(EDITOR, "Tarife", "Elektronikversicherung.");
        assertThat(found("Handyschutz")).hasSize(1);
    }

    @Test
    void whatChangesNothingMakesNoVersion() {
        SynonymRule rule = synonyms.add(EDITOR, AddSynonymRule.of(HANDY).once(IdempotencyKey.of("once")));

        assertThat(synonyms.add(EDITOR, AddSynonymRule.of(HANDY).once(IdempotencyKey.of("once"))))
                .isEqualTo(rule);
        assertThat(synonyms.change(EDITOR, ChangeSynonymRule.of(rule.id(), HANDY)))
                .isEqualTo(rule);
        assertThat(synonyms.read(EDITOR, rule.id())).isEqualTo(rule);
        assertThatThrownBy(() -> synonyms.change(
                        EDITOR, ChangeSynonymRule.of(rule.id(), HANDY).expecting(2)))
                .hasMessageContaining("synonym-rule.version-conflict");
    }

    @Test
    void customersNeitherSeeNorChangeRules() {
        assertThatThrownBy(() -> synonyms.list(ERIKA, PageRequest.first(10)))
                .isInstanceOf(PortalException.AccessDenied.class);
        assertThatThrownBy(() -> synonyms.add(ERIKA, AddSynonymRule.of(HANDY)))
                .isInstanceOf(PortalException.AccessDenied.class);
    }

    private void assertViolation(SynonymTerms terms, String field, String code) {
        assertThatThrownBy(() -> synonyms.add(EDITOR, AddSynonymRule.of(terms)))
                .isInstanceOfSatisfying(PortalException.InvalidInput.class, refused -> {
                    assertThat(refused.code()).isEqualTo("command.invalid");
                    assertThat(refused.violations())
                            .extracting(violation -> violation.field() + " " + violation.code())
                            .containsExactly(field + " " + code);
                });
        assertThat(synonyms.list(EDITOR, PageRequest.first(1)).items()).isEmpty();
    }

    private String published(Actor editor, String title, String text) {
        ArticleId id = knowledge
                .editor()
                .create(editor, CreateArticle.of(ArticleContent.of(GERMAN, title, text)))
                .id();
        knowledge.editor().publish(editor, PublishArticle.of(id));
        search.follow(PROGRAM);
        return id.toString();
    }

    private List<String> found(String text) {
        return search.find(ERIKA, SearchQuery.of(text), PageRequest.first(10)).hits().items().stream()
                .map(hit -> hit.object().id())
                .toList();
    }
}
