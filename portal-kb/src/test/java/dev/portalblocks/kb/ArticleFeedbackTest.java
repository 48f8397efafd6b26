// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ACME;
import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static dev.portalblocks.kb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.model.FeedbackText;
import dev.portalblocks.kb.model.GivenFeedback;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RemoveFeedbackText;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.kb.model.WithdrawVote;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFeedbackTest {
    private static final CustomerId NUMBER_OF_ERIKA = CustomerId.of("4711");
    private static final CustomerId NUMBER_OF_MAX = CustomerId.of("4712");
    private static final Actor MAX = Actor.customer(ACME, NUMBER_OF_MAX);
    private static final Actor SERVICE = Actor.agent(ACME, "sven", "service");
    private static final PageRequest PAGE = PageRequest.first(50);

    /** What is for brokers is beyond some editors. */
    private static final AccessPolicy NARROW = RolePolicy.standard().narrowedBy((tx, actor, permission) -> {
        Scope all = Scope.wholeTenant(actor.tenant());
        boolean isNarrow = actor.identity().equals("paul");
        return Decision.allow(isNarrow ? all.ofAudiences(Bound.only(Set.of(Audience.PUBLIC))) : all);
    });

    private final Editorial editorial = new Editorial(NARROW);
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final ArticleFeedback feedback = knowledge.feedback();
    private final ArticleId hail = editorial.publish(editorial.german("Hagel", "Melden."));

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void aReaderSaysWhetherAnArticleHelpedAndWhy() {
        GivenFeedback given = feedback.vote(
                ERIKA,
                VoteOnArticle.notHelpful(knowledge.read(ERIKA, hail, null)).saying("Und der Glasbruch?\nFehlt."));
        assertThat(given)
                .isEqualTo(new GivenFeedback(
                        hail, 1, LanguageTag.GERMAN, false, "Und der Glasbruch?\nFehlt.", editorial.now));
        assertThat(feedback.given(ERIKA, NUMBER_OF_ERIKA, PAGE).items()).containsExactly(given);
        assertThat(counts(hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 0, 1));
    }

    @Test
    void whoChangesTheirMindHasOneVoteAndNothingIsLeftOfTheFormer() {
        vote(ERIKA, false, "Zu lang.");
        vote(MAX, true, null);
        vote(ERIKA, true, null);
        assertThat(counts(hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 2, 0));
        assertThat(texts()).isEmpty();
        vote(ERIKA, false, "Doch zu lang.");
        assertThat(counts(hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 1, 1));
        assertThat(texts()).extracting(FeedbackText::text).containsExactly("Doch zu lang.");
    }

    @Test
    void toSayTheSameAgainChangesNothing() {
        GivenFeedback first = vote(ERIKA, true, "Gut.");
        FeedbackId id = texts().get(0).id();
        editorial.now = editorial.now.plus(Duration.ofDays(1));
        assertThat(vote(ERIKA, true, "Gut.")).isEqualTo(first);
        assertThat(texts()).extracting(FeedbackText::id).containsExactly(id);
        assertThat(vote(ERIKA, true, "Sehr gut.").givenAt()).isEqualTo(editorial.now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t "})
    void whiteSpaceIsNoText(String blank) {
        assertThat(vote(ERIKA, true, blank).text()).isNull();
        assertThat(texts()).isEmpty();
    }

    @Test
    void whatOneMayNotReadTakesNoVoteAsIfItWereNotThere() {
        ArticleId brokers = editorial.publish(editorial.german("Makler", "x").forAudiences(Audience.role("broker")));
        ArticleId draft = knowledge
                .editor()
                .create(LENA, CreateArticle.of(editorial.german("Entwurf", "x")))
                .id();
        ArticleId gone = editorial.publish(editorial.german("Weg", "x"));
        knowledge.editor().archive(LENA, ArchiveArticle.of(gone));
        for (ArticleId article : List.of(brokers, draft, gone, ArticleId.of(new UUID(1, 1)))) {
            assertRefused("article.not-found", () -> feedback.vote(ERIKA, on(article, 1, LanguageTag.GERMAN)));
            // a revision and a language that are not there change nothing of the answer
            assertRefused("article.not-found", () -> feedback.vote(ERIKA, on(article, 9, LanguageTag.ENGLISH)));
        }
        feedback.vote(ERIKA.withRoles("broker"), on(brokers, 1, LanguageTag.GERMAN));
        assertThat(counts(brokers)).hasSize(1);
    }

    @Test
    void aTextThatReadersDoNotSeeTakesNoVote() {
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Hagel", "Anders.")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail).shown(LocalDateTime.parse("2026-12-01T08:00"), null));
        assertRefused("feedback.text-not-shown", () -> feedback.vote(ERIKA, on(hail, 2, LanguageTag.GERMAN)));
        assertRefused("feedback.text-not-shown", () -> feedback.vote(ERIKA, on(hail, 3, LanguageTag.GERMAN)));
        assertRefused("feedback.text-not-shown", () -> feedback.vote(ERIKA, on(hail, 1, LanguageTag.ENGLISH)));
        editorial.now = editorial.now.plus(Duration.ofDays(30));
        feedback.vote(ERIKA, on(hail, 2, LanguageTag.GERMAN));
        assertThat(counts(hail)).containsExactly(new FeedbackCount(2, LanguageTag.GERMAN, 1, 0));
    }

    /** Who had the page open while another text was published speaks of the one that they read. */
    @Test
    void eachRevisionAndLanguageHasVotesOfItsOwn() {
        vote(ERIKA, false, null);
        knowledge
                .editor()
                .edit(
                        LENA,
                        EditArticle.of(
                                hail, editorial.german("Hagel", "Kurz.").with(LanguageTag.ENGLISH, "Hail", "x")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail));
        feedback.vote(ERIKA, on(hail, 2, LanguageTag.GERMAN));
        feedback.vote(MAX, VoteOnArticle.helpful(knowledge.read(MAX, hail, LanguageTag.ENGLISH)));
        feedback.vote(MAX, on(hail, 1, LanguageTag.GERMAN));
        assertThat(counts(hail))
                .containsExactly(
                        new FeedbackCount(1, LanguageTag.GERMAN, 1, 1),
                        new FeedbackCount(2, LanguageTag.GERMAN, 1, 0),
                        new FeedbackCount(2, LanguageTag.ENGLISH, 1, 0));
        feedback.vote(MAX, on(hail, 2, LanguageTag.GERMAN)); // one vote of a person, whatever the language
        assertThat(counts(hail))
                .containsExactly(
                        new FeedbackCount(1, LanguageTag.GERMAN, 1, 1), new FeedbackCount(2, LanguageTag.GERMAN, 2, 0));
    }

    @Test
    void visitorsStaffAndProgramsHaveNoVote() {
        for (Actor actor : List.of(NOBODY, LENA, SERVICE, PROGRAM)) {
            assertRefused("kb.vote.denied", () -> feedback.vote(actor, on(hail, 1, LanguageTag.GERMAN)));
            assertRefused("kb.vote.denied", () -> feedback.withdraw(actor, new WithdrawVote(hail, 1)));
        }
    }

    @Test
    void whoActsForAnotherGivesTheOthersVote() {
        Actor maxForErika = MAX.actingFor(NUMBER_OF_ERIKA);
        assertRefused("mandate.missing", () -> vote(maxForErika, true, null));
        editorial
                .portal
                .mandates()
                .grant(
                        PROGRAM,
                        GrantMandate.everything(NUMBER_OF_ERIKA, NUMBER_OF_MAX, Mandate.Kind.POWER_OF_ATTORNEY));
        vote(ERIKA, true, null);
        vote(maxForErika, false, "F\u00FCr Erika zu lang.");
        assertThat(counts(hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 0, 1));
        assertThat(feedback.given(ERIKA, NUMBER_OF_ERIKA, PAGE).items()).hasSize(1);
        assertThat(feedback.given(MAX, NUMBER_OF_MAX, PAGE).items()).isEmpty();
        assertThat(feedback.withdraw(MAX, new WithdrawVote(hail, 1))).isFalse();
    }

    @Test
    void aVoteIsTakenBackAlsoWhereTheArticleIsGone() {
        GivenFeedback vote = vote(ERIKA, true, "Gut.");
        vote(MAX, true, null);
        knowledge.editor().archive(LENA, ArchiveArticle.of(hail));
        assertThat(feedback.withdraw(ERIKA, WithdrawVote.of(vote))).isTrue();
        assertThat(feedback.withdraw(ERIKA, WithdrawVote.of(vote))).isFalse();
        assertThat(counts(hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 1, 0));
        assertThat(texts()).isEmpty();
    }

    @Test
    void editorsReadTextsOfOneArticleOrOfAllTheLatestFirst() {
        ArticleId storm = editorial.publish(editorial.german("Sturm", "x"));
        vote(ERIKA, true, "eins");
        editorial.now = editorial.now.plusSeconds(1);
        feedback.vote(ERIKA, on(storm, 1, LanguageTag.GERMAN).saying("zwei"));
        editorial.now = editorial.now.plusSeconds(1);
        vote(MAX, false, "drei");
        assertThat(texts()).extracting(FeedbackText::text).containsExactly("drei", "zwei", "eins");
        var first = feedback.texts(LENA, hail, PageRequest.first(1));
        assertThat(first.items()).extracting(FeedbackText::text).containsExactly("drei");
        assertThat(feedback.texts(LENA, hail, PageRequest.first(1).after(first.next()))
                        .items())
                .extracting(FeedbackText::text)
                .containsExactly("eins");
        assertThat(texts().toString()).doesNotContain("4711").doesNotContain("4712");
    }

    @Test
    void aTextIsRemovedAndItsVoteStays() {
        vote(ERIKA, false, "Meine Nummer ist 0151 1234567.");
        FeedbackId seen = texts().get(0).id();
        feedback.removeText(LENA, new RemoveFeedbackText(seen));
        assertThat(texts()).isEmpty();
        assertThat(counts(hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 0, 1));
        assertThat(feedback.given(ERIKA, NUMBER_OF_ERIKA, PAGE).items())
                .extracting(GivenFeedback::text)
                .containsOnlyNulls();
        assertRefused("feedback.not-found", () -> feedback.removeText(LENA, new RemoveFeedbackText(seen)));
    }

    @Test
    void anEditorRemovesNothingButWhatTheySaw() {
        vote(ERIKA, false, "Schlecht.");
        FeedbackId seen = texts().get(0).id();
        vote(ERIKA, false, "Schritt 3 fehlt.");
        assertRefused("feedback.not-found", () -> feedback.removeText(LENA, new RemoveFeedbackText(seen)));
        assertThat(texts()).extracting(FeedbackText::text).containsExactly("Schritt 3 fehlt.");
    }

    @Test
    void whatIsBeyondAnEditorsReachWasNeverSpokenOf() {
        Actor paul = Actor.agent(ACME, "paul", "editor");
        ArticleId brokers = editorial.publish(editorial.german("Makler", "x").forAudiences(Audience.role("broker")));
        feedback.vote(
                ERIKA.withRoles("broker"), on(brokers, 1, LanguageTag.GERMAN).saying("Geheim."));
        FeedbackId there = texts().get(0).id();
        assertRefused("article.not-found", () -> feedback.counts(paul, brokers));
        assertThat(feedback.texts(paul, null, PAGE).items()).isEmpty();
        assertThat(feedback.texts(paul, brokers, PAGE).items()).isEmpty();
        assertRefused("feedback.not-found", () -> feedback.removeText(paul, new RemoveFeedbackText(there)));
        assertThat(texts()).hasSize(1);
    }

    @Test
    void allThatACustomerSaidIsListedAndErased() {
        ArticleId storm = editorial.publish(editorial.german("Sturm", "x"));
        vote(ERIKA, true, "eins");
        feedback.vote(ERIKA, on(storm, 1, LanguageTag.GERMAN));
        vote(MAX, true, "drei");
        for (Actor actor : List.of(ERIKA, SERVICE, PROGRAM)) {
            assertThat(feedback.given(actor, NUMBER_OF_ERIKA, PAGE).items())
                    .extracting(GivenFeedback::article)
                    .containsExactlyInAnyOrder(hail, storm);
        }
        assertThat(feedback.given(MAX, NUMBER_OF_ERIKA, PAGE).items()).isEmpty();
        assertThat(feedback.erase(MAX, NUMBER_OF_ERIKA)).isZero();
        assertRefused("kb.votes.denied", () -> feedback.erase(LENA, NUMBER_OF_ERIKA));
        assertThat(feedback.erase(SERVICE, NUMBER_OF_ERIKA)).isEqualTo(2);
        assertThat(feedback.erase(SERVICE, NUMBER_OF_ERIKA)).isZero();
        assertThat(counts(hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 1, 0));
        assertThat(counts(storm)).isEmpty();
        assertThat(texts()).extracting(FeedbackText::text).containsExactly("drei");
    }

    private GivenFeedback vote(Actor actor, boolean helpful, @Nullable String text) {
        return feedback.vote(actor, new VoteOnArticle(hail, 1, LanguageTag.GERMAN, helpful, text));
    }

    private static VoteOnArticle on(ArticleId article, long revision, LanguageTag language) {
        return new VoteOnArticle(article, revision, language, true, null);
    }

    private List<FeedbackCount> counts(ArticleId article) {
        return feedback.counts(LENA, article);
    }

    private List<FeedbackText> texts() {
        return feedback.texts(LENA, null, PAGE).items();
    }
}
