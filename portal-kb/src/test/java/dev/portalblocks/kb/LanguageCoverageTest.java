// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static dev.portalblocks.kb.Editorial.ACME;
import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.model.PublishArticle;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left to translate. Lena edits everything; Nora edits what is for brokers, and by her host's policy nothing else. */
class LanguageCoverageTest {
    private static final LanguageTag TURKISH = LanguageTag.of("tr");
    private static final Actor NORA = Actor.agent(ACME, "nora", "editor");
    private static final Audience BROKERS = Audience.role("broker");
    private static final LocalDateTime TOMORROW = LocalDateTime.of(2026, 11, 22, 8, 0);

    private final Editorial editorial = new Editorial(RolePolicy.standard().narrowedBy((tx, actor, permission) -> {
        Scope all = Scope.wholeTenant(actor.tenant());
        return Decision.allow(actor.equals(NORA) ? all.ofAudiences(Bound.only(Set.of(BROKERS))) : all);
    }));
    private final KnowledgeEditor editor = editorial.knowledge.editor();
    private final ArticleCare care = editorial.knowledge.care();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void aKnowledgeBaseWithoutArticlesHasNoLanguages() {
        assertThat(care.coverage(LENA)).isEmpty();
        assertThat(care.untranslated(LENA, ENGLISH, PageRequest.first(10)).items())
                .isEmpty();
    }

    @Test
    void whatIsPublishedInALanguageIsTranslated() {
        editorial.publish(both("Hagelschaden", "Hail damage"));
        ArticleId theft = editorial.publish(editorial.german("Fahrraddiebstahl", "Zeigen Sie ihn an."));

        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 2, 2, 0), coverage(ENGLISH, 2, 1, 0));
        assertThat(care.coverage(LENA).get(1).missing()).isEqualTo(1);
        assertUntranslated(ENGLISH, theft);
        assertUntranslated(GERMAN);
    }

    /** Whoever asks for a language that nobody has written in yet begins with everything. */
    @Test
    void aLanguageWithoutAnyTextIsNotCountedAndLacksEverything() {
        ArticleId hail = editorial.publish(both("Hagelschaden", "Hail damage"));
        ArticleId storm = editorial.publish(editorial.german("Sturmschaden", "Melden."));

        assertThat(care.coverage(LENA)).extracting(LanguageCoverage::language).doesNotContain(TURKISH);
        assertUntranslated(TURKISH, hail, storm);
    }

    @Test
    void draftsDoNotCount() {
        ArticleId hail = editorial.publish(editorial.german("Hagelschaden", "Melden."));
        editor.edit(LENA, EditArticle.of(hail, both("Hagelschaden", "Hail damage")));
        editor.create(LENA, CreateArticle.of(both("Sturmschaden", "Storm damage")));

        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 1, 1, 0));
        assertUntranslated(ENGLISH, hail);
    }

    @Test
    void whatIsArchivedDoesNotCount() {
        ArticleId hail = editorial.publish(both("Hagelschaden", "Hail damage"));
        editorial.publish(editorial.german("Sturmschaden", "Melden."));
        editor.archive(LENA, ArchiveArticle.of(hail));

        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 1, 1, 0));
    }

    @Test
    void aLanguageThatIsTakenAwayIsMissing() {
        ArticleId hail = editorial.publish(both("Hagelschaden", "Hail damage"));
        editor.archive(LENA, ArchiveArticle.of(hail).in(ENGLISH));

        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 1, 1, 0));
        assertUntranslated(ENGLISH, hail);
    }

    @Test
    void whatIsPlannedCountsAtOnce() {
        ArticleId hail = editor.create(LENA, CreateArticle.of(both("Hagelschaden", "Hail damage")))
                .id();
        editor.publish(LENA, PublishArticle.of(hail).in(GERMAN));
        assertUntranslated(ENGLISH, hail);
        editor.publish(LENA, PublishArticle.of(hail).in(ENGLISH).shown(TOMORROW, null));

        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 1, 1, 0), coverage(ENGLISH, 1, 1, 0));
        assertUntranslated(ENGLISH);
    }

    /** With no task run. */
    @Test
    void aLanguageThatEndsAtATimeCountsUntilThen() {
        ArticleId hail = editorial.publish(both("Hagelschaden", "Hail damage"));
        editor.archive(LENA, ArchiveArticle.of(hail).in(ENGLISH).at(TOMORROW));

        editorial.now = TOMORROW.atZone(ZoneId.of("Europe/Berlin")).toInstant().minusNanos(1_000);
        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 1, 1, 0), coverage(ENGLISH, 1, 1, 0));
        assertUntranslated(ENGLISH);

        editorial.now = editorial.now.plusNanos(1_000);
        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 1, 1, 0));
        assertUntranslated(ENGLISH, hail);
    }

    @Test
    void anArticleThatEndsAtATimeIsGoneThen() {
        ArticleId hail = editorial.publish(both("Hagelschaden", "Hail damage"));
        editor.archive(LENA, ArchiveArticle.of(hail).at(TOMORROW));
        assertThat(care.coverage(LENA)).hasSize(2);

        editorial.now = editorial.now.plus(Duration.ofDays(2));
        assertThat(care.coverage(LENA)).isEmpty();
        assertUntranslated(TURKISH);
    }

    @Test
    void aTranslationIsOutdatedUntilItIsWrittenAgain() {
        ArticleId hail = outdated();
        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 1, 1, 0), coverage(ENGLISH, 1, 1, 1));
        assertUntranslated(ENGLISH, hail);
        assertUntranslated(GERMAN);

        editor.edit(LENA, EditArticle.of(hail, both("Hagel", "Hail")));
        assertUntranslated(ENGLISH, hail);
        editor.publish(LENA, PublishArticle.of(hail));
        assertThat(care.coverage(LENA)).contains(coverage(ENGLISH, 1, 1, 0));
        assertUntranslated(ENGLISH);
    }

    @Test
    void aTranslationThatIsConfirmedIsNotOutdated() {
        ArticleId hail = outdated();
        editorial.knowledge.workflow().confirm(LENA, ConfirmTranslation.of(hail, ENGLISH));

        assertThat(care.coverage(LENA)).contains(coverage(ENGLISH, 1, 1, 0));
        assertUntranslated(ENGLISH);
    }

    /** Nobody has to write again what is written and only waits. */
    @Test
    void aTranslationThatIsPlannedEndsWhatIsOutdated() {
        ArticleId hail = outdated();
        editor.edit(LENA, EditArticle.of(hail, both("Hagel", "Hail")));
        editor.publish(LENA, PublishArticle.of(hail).in(ENGLISH).shown(TOMORROW, null));

        assertThat(care.coverage(LENA)).contains(coverage(ENGLISH, 1, 1, 0));
        assertUntranslated(ENGLISH);
    }

    /** On Monday the English text will be old: there is time to write it again. */
    @Test
    void aTextThatIsPlannedMakesItsTranslationsOutdatedAtOnce() {
        ArticleId hail = editorial.publish(both("Hagelschaden", "Hail damage"));
        editor.edit(LENA, EditArticle.of(hail, both("Hagel ab Montag", "Hail damage")));
        assertUntranslated(ENGLISH);
        editor.publish(LENA, PublishArticle.of(hail).in(GERMAN).shown(TOMORROW, null));

        assertThat(care.coverage(LENA)).contains(coverage(ENGLISH, 1, 1, 1));
        assertUntranslated(ENGLISH, hail);
    }

    @Test
    void aNarrowedEditorCountsWhatIsWithinReach() {
        editorial.publish(both("Hagelschaden", "Hail damage"));
        ArticleId brokers = editorial.publish(
                editorial.german("Provision", "Ihre Provision.").forAudiences(BROKERS));
        ArticleId hidden = editorial.publish(both("Courtage", "Commission").forAudiences(BROKERS));
        editor.edit(LENA, EditArticle.of(hidden, both("Courtage", "Commission")));

        assertThat(care.coverage(NORA)).containsExactly(coverage(GERMAN, 1, 1, 0));
        assertThat(care.untranslated(NORA, TURKISH, PageRequest.first(10)).items())
                .extracting(EditedArticle::id)
                .containsExactly(brokers);
        assertThat(care.coverage(LENA)).containsExactly(coverage(GERMAN, 3, 3, 0), coverage(ENGLISH, 3, 2, 0));
    }

    @Test
    void readersAreNotTold() {
        assertThatThrownBy(() -> care.coverage(ERIKA)).isInstanceOf(PortalException.AccessDenied.class);
        assertThatThrownBy(() -> care.untranslated(ERIKA, ENGLISH, PageRequest.first(1)))
                .isInstanceOf(PortalException.AccessDenied.class);
    }

    @Test
    void aCursorIsOfOneLanguage() {
        editorial.publish(editorial.german("Hagelschaden", "Melden."));
        ArticleId storm = editorial.publish(editorial.german("Sturmschaden", "Melden."));
        Page<EditedArticle> first = care.untranslated(LENA, ENGLISH, PageRequest.first(1));
        PageRequest next = PageRequest.first(1).after(first.next());

        assertThat(care.untranslated(LENA, ENGLISH, next).items())
                .extracting(EditedArticle::id)
                .containsExactly(storm);
        assertThatThrownBy(() -> care.untranslated(LENA, TURKISH, next))
                .isInstanceOf(PortalException.InvalidInput.class);
    }

    private ArticleId outdated() {
        ArticleId hail = editorial.publish(both("Hagelschaden", "Hail damage"));
        editor.edit(LENA, EditArticle.of(hail, both("Hagel", "Hail damage")));
        editor.publish(LENA, PublishArticle.of(hail));
        return hail;
    }

    private ArticleContent both(String german, String english) {
        return editorial.german(german, "Melden Sie ihn sofort.").with(ENGLISH, english, "Report it at once.");
    }

    private static LanguageCoverage coverage(LanguageTag language, int articles, int translated, int outdated) {
        return new LanguageCoverage(language, articles, translated, outdated);
    }

    private void assertUntranslated(LanguageTag language, ArticleId... expected) {
        assertThat(care.untranslated(LENA, language, PageRequest.first(10)).items())
                .extracting(EditedArticle::id)
                .containsExactly(expected);
    }
}
