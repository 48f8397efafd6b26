// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.ReturnArticle;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.model.SubmitArticle;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.model.TextStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleWorkflowTest {
    private static final Actor ANTON = Actor.agent(Editorial.ACME, "anton", "author");

    private final Editorial editorial = new Editorial();
    private final ArticleContent german = editorial.german("Hagel", "Melden Sie den Schaden.");
    private final ArticleContent both = german.with(LanguageTag.ENGLISH, "Hail", "Report it.");

    @AfterEach
    void close() {
        editorial.close();
    }

    private ArticleId drafted(ArticleContent content) {
        return editorial
                .knowledge
                .editor()
                .create(ANTON, CreateArticle.of(content))
                .id();
    }

    private static TextStatus status(EditedArticle article, LanguageTag language) {
        return article.texts().stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void authorsWriteAndSubmitAndPublishNothing() {
        ArticleId hail = drafted(german);
        EditedArticle submitted =
                editorial.knowledge.workflow().submit(ANTON, SubmitArticle.of(hail, LanguageTag.GERMAN));
        assertThat(status(submitted, LanguageTag.GERMAN).draft()).isEqualTo(TextState.IN_REVIEW);
        assertThatThrownBy(() -> editorial.knowledge.editor().publish(ANTON, PublishArticle.of(hail)))
                .isInstanceOf(PortalException.AccessDenied.class);
    }

    @Test
    void eachLanguageGoesItsOwnWay() {
        ArticleId hail = drafted(both);
        editorial.knowledge.workflow().submit(ANTON, SubmitArticle.of(hail, LanguageTag.GERMAN, LanguageTag.ENGLISH));
        EditedArticle published = editorial
                .knowledge
                .editor()
                .publish(LENA, PublishArticle.of(hail).in(LanguageTag.GERMAN));
        assertThat(status(published, LanguageTag.GERMAN).shown()).isEqualTo(TextStatus.Shown.PUBLISHED);
        assertThat(status(published, LanguageTag.ENGLISH).shown()).isEqualTo(TextStatus.Shown.NEVER);
        assertThat(status(published, LanguageTag.ENGLISH).draft()).isEqualTo(TextState.IN_REVIEW);
        assertThat(editorial.knowledge.read(NOBODY, hail, LanguageTag.ENGLISH).language())
                .isEqualTo(LanguageTag.GERMAN);
        EditedArticle returned =
                editorial.knowledge.workflow().sendBack(LENA, ReturnArticle.of(hail, "Whose?", LanguageTag.ENGLISH));
        assertThat(status(returned, LanguageTag.ENGLISH).note()).isEqualTo("Whose?");
        assertRefused(
                "article.not-in-review",
                () -> editorial.knowledge.workflow().sendBack(LENA, ReturnArticle.of(hail, "?", LanguageTag.ENGLISH)));
    }

    /** Where that is wanted; a text that was changed after it was submitted was not reviewed. */
    @Test
    void onlyWhatWasReviewedIsPublished() {
        Editorial fresh = new Editorial();
        KnowledgeBase strict = KnowledgeBase.builder(fresh.otherPortal(), MemoryKnowledgeStorage.in(fresh.memory))
                .reviewed()
                .build();
        ArticleId hail = strict.editor().create(ANTON, CreateArticle.of(both)).id();
        assertRefused("article.not-reviewed", () -> strict.editor().publish(LENA, PublishArticle.of(hail)));
        strict.workflow().submit(ANTON, SubmitArticle.of(hail, LanguageTag.GERMAN, LanguageTag.ENGLISH));
        strict.editor().edit(ANTON, EditArticle.of(hail, both.with(LanguageTag.ENGLISH, "Hail", "Report it now.")));
        assertRefused("article.not-reviewed", () -> strict.editor().publish(LENA, PublishArticle.of(hail)));
        strict.editor().publish(LENA, PublishArticle.of(hail).in(LanguageTag.GERMAN));
        strict.workflow().submit(ANTON, SubmitArticle.of(hail, LanguageTag.ENGLISH));
        strict.editor().publish(LENA, PublishArticle.of(hail));
        assertThat(strict.read(NOBODY, hail, LanguageTag.ENGLISH).text().body()).isEqualTo("Report it now.");
        fresh.close();
    }

    @Test
    void theConflictOfTwoEditorsCarriesWhatTheOtherWrote() {
        ArticleId hail = drafted(german);
        ArticleContent first = editorial.german("Hagel", "Rufen Sie an.");
        editorial.knowledge.editor().edit(LENA, EditArticle.of(hail, first).expecting(1));
        assertThatThrownBy(() -> editorial
                        .knowledge
                        .editor()
                        .edit(ANTON, EditArticle.of(hail, german).expecting(1)))
                .isInstanceOfSatisfying(PortalException.Conflict.class, conflict -> {
                    assertThat(conflict.code()).isEqualTo("article.version-conflict");
                    assertThat(conflict.findCurrent(EditedArticle.class)
                                    .orElseThrow()
                                    .draft())
                            .isEqualTo(first);
                    assertThat(conflict.getMessage()).doesNotContain("Rufen");
                });
    }

    /** Somebody who narrows the readers today does not see them come back by a plan. */
    @Test
    void aPlanBringsNoOtherReaders() {
        ArticleId hail = drafted(german);
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(hail));
        editorial.knowledge.editor().edit(LENA, EditArticle.of(hail, german.forAudiences(Audience.SIGNED_IN)));
        PublishArticle planned = PublishArticle.of(hail).shown(LocalDateTime.parse("2026-12-01T08:00"), null);
        assertRefused(
                "article.plan-moves-it", () -> editorial.knowledge.editor().publish(LENA, planned));
        assertRefused(
                "schedule.ends-before-it-begins",
                () -> editorial
                        .knowledge
                        .editor()
                        .publish(
                                LENA,
                                PublishArticle.of(hail)
                                        .shown(
                                                LocalDateTime.parse("2026-12-01T08:00"),
                                                LocalDateTime.parse("2026-12-01T08:00"))));
        assertThat(editorial.knowledge.read(NOBODY, hail, null).text().title()).isEqualTo("Hagel");
    }

    @Test
    void nobodySubmitsWhatIsPublishedAlready() {
        ArticleId hail = drafted(german);
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(hail));
        assertRefused(
                "article.nothing-to-review",
                () -> editorial.knowledge.workflow().submit(ANTON, SubmitArticle.of(hail, LanguageTag.GERMAN)));
    }

    /** The text comes from outside until the moment that an editor planned, and readers and tags are one for all times. */
    @Test
    void anImportKeepsWhatWasPlanned() {
        SourceKey source = new SourceKey("tree", "hagel.md");
        editorial.knowledge.intake().put(LENA, new ImportArticle(source, List.of(), german));
        ArticleId hail =
                editorial.knowledge.intake().find(LENA, source).orElseThrow().id();
        editorial.knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Hagel", "Ab Montag anders.")));
        LocalDateTime monday = LocalDateTime.parse("2026-11-23T08:00");
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(hail).shown(monday, null));

        editorial.knowledge.intake().put(LENA, new ImportArticle(source, List.of(), german));
        assertThat(body(hail)).isEqualTo("Melden Sie den Schaden.");
        ArticleContent changed = editorial.german("Hagel", "Rufen Sie an.").tagged("Wetter");
        editorial.knowledge.intake().put(LENA, new ImportArticle(source, List.of(), changed));
        assertThat(body(hail)).isEqualTo("Rufen Sie an.");
        editorial.now = Instant.parse("2026-11-23T07:00:00Z");
        assertThat(body(hail)).isEqualTo("Ab Montag anders.");
        assertThat(editorial.knowledge.read(NOBODY, hail, null).tags()).containsExactly("Wetter");
    }

    private String body(ArticleId article) {
        return editorial.knowledge.read(NOBODY, article, null).text().body();
    }
}
