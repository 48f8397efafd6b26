// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSlug;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleCareTest {
    private static final Actor BROKER = Editorial.ERIKA.withRoles("broker");

    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final ArticleCare care = knowledge.care();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void aPublishedArticleIsFoundByItsTitle() {
        ArticleId hail = published("Hagelschäden an Fenstern & Türen melden: so geht's!");
        Article found = bySlug("hagelschaeden-an-fenstern-tueren-melden-so-geht-s");
        assertThat(found.id()).isEqualTo(hail);
        assertThat(found.slug()).isEqualTo("hagelschaeden-an-fenstern-tueren-melden-so-geht-s");
        assertThat(knowledge.list(NOBODY, null, null, PageRequest.first(5)).items())
                .extracting(ArticleSummary::slug)
                .containsExactly("hagelschaeden-an-fenstern-tueren-melden-so-geht-s");
    }

    @Test
    void eachLanguageHasItsOwnName() {
        ArticleContent both = editorial.german("Hagel", "x").with(LanguageTag.ENGLISH, "Hail damage", "y");
        ArticleId hail = published(both);
        assertThat(knowledge
                        .readBySlug(NOBODY, LanguageTag.ENGLISH, "hail-damage")
                        .language())
                .isEqualTo(LanguageTag.ENGLISH);
        assertThat(bySlug("hagel").id()).isEqualTo(hail);
        assertMissing(() -> bySlug("hail-damage"));
        assertThat(knowledge.read(NOBODY, hail, LanguageTag.ENGLISH).slug()).isEqualTo("hail-damage");
    }

    /** The address of a text that is gone leads to the one that is served instead. */
    @Test
    void anAddressOfAnArchivedTextLeadsToTheTextThatIsServed() {
        ArticleId hail = published(editorial.german("Hagel", "x").with(LanguageTag.ENGLISH, "Hail damage", "y"));
        knowledge.editor().archive(LENA, ArchiveArticle.of(hail).in(LanguageTag.ENGLISH));
        Article served = knowledge.readBySlug(NOBODY, LanguageTag.ENGLISH, "hail-damage");
        assertThat(served.language()).isEqualTo(LanguageTag.GERMAN);
        assertThat(served.slug()).isEqualTo("hagel");
    }

    @Test
    void equalTitlesAreCounted() {
        List<String> slugs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ArticleId id = published("Beitrag");
            slugs.add(knowledge.read(NOBODY, id, null).slug());
        }
        assertThat(slugs).containsExactly("beitrag", "beitrag-2", "beitrag-3");
    }

    /** However often they say the same, and whatever says nothing in letters. */
    @Test
    void anyTitleGetsAName() {
        ArticleId last = published("Beitrag");
        for (int i = 0; i < 21; i++) {
            last = published("Beitrag");
        }
        assertThat(bySlug(last.toString()).id()).isEqualTo(last);
        assertThat(knowledge.read(NOBODY, published("???"), null).slug()).isEqualTo("artikel");
        assertThat(knowledge.read(NOBODY, published("保険"), null).slug()).isEqualTo("保険");
        assertThat(knowledge.read(NOBODY, published("x".repeat(300)), null).slug())
                .hasSize(80);
    }

    @Test
    void anotherTitleLeavesTheAddress() {
        ArticleId hail = published("Hagel");
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Sturm und Hagel", "y")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail));
        assertThat(bySlug("hagel").text().title()).isEqualTo("Sturm und Hagel");
        assertMissing(() -> bySlug("sturm-und-hagel"));
    }

    @Test
    void whatAnArticleWasCalledLeadsToIt() {
        ArticleId hail = published("Hagel");
        rename(hail, "hagelschaden");
        rename(hail, "hagelschaden-melden");
        for (String slug : List.of("hagel", "hagelschaden", "hagelschaden-melden")) {
            Article found = bySlug(slug);
            assertThat(found.id()).isEqualTo(hail);
            assertThat(found.slug()).as(slug).isEqualTo("hagelschaden-melden");
        }
        assertThat(care.slugs(LENA, hail))
                .extracting(ArticleSlug::slug, ArticleSlug::current)
                .containsExactlyInAnyOrder(
                        tuple("hagelschaden-melden", true), tuple("hagelschaden", false), tuple("hagel", false));
        rename(hail, "hagel");
        assertThat(bySlug("hagelschaden-melden").slug()).isEqualTo("hagel");
    }

    @Test
    void aNameThatAnotherHasOrHadIsRefused() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        rename(hail, "hagelschaden");
        assertRefused("slug.taken", () -> rename(storm, "hagelschaden"));
        assertRefused("slug.leads-elsewhere", () -> rename(storm, "hagel"));
        assertThat(bySlug("hagel").id()).isEqualTo(hail);
        assertThat(bySlug("sturm").slug()).isEqualTo("sturm");
    }

    /** A title that is an older address of another article takes nothing from that. */
    @Test
    void aTitleNeverTakesAnOlderAddress() {
        ArticleId hail = published("Hagel");
        rename(hail, "hagelschaden");
        ArticleId second = published("Hagel");
        assertThat(knowledge.read(NOBODY, second, null).slug()).isEqualTo("hagel-2");
        assertThat(bySlug("hagel").id()).isEqualTo(hail);
    }

    @Test
    void aReleasedNameIsFree() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        rename(hail, "hagelschaden");
        assertRefused("slug.in-use", () -> release(hail, "hagelschaden"));
        assertRefused("slug.not-found", () -> release(hail, "sturm"));
        assertRefused("slug.not-found", () -> release(storm, "hagel"));
        release(hail, "hagel");
        assertMissing(() -> bySlug("hagel"));
        rename(storm, "hagel");
        assertThat(bySlug("hagel").id()).isEqualTo(storm);
    }

    @Test
    void anAddressOfWhatIsNotPublishedOrNotForThemIsOfNothing() {
        ArticleId draft = created(editorial.german("Entwurf", "x"));
        rename(draft, "entwurf");
        ArticleId secret = published(editorial.german("Geheim", "x").forAudiences(Audience.role("broker")));
        ArticleId gone = published("Weg");
        knowledge.editor().archive(LENA, ArchiveArticle.of(gone));
        for (String slug : List.of("entwurf", "geheim", "weg", "unbekannt", "", "\u0000", "x".repeat(5_000))) {
            assertMissing(() -> bySlug(slug));
        }
        assertThat(knowledge.readBySlug(BROKER, LanguageTag.GERMAN, "geheim").id())
                .isEqualTo(secret);
    }

    @Test
    void whatIsPlannedHasItsAddressFromItsFirstMomentOn() {
        ArticleId hail = created(editorial.german("Hagel", "x"));
        knowledge.editor().publish(LENA, PublishArticle.of(hail).shown(LocalDateTime.parse("2100-01-01T08:00"), null));
        assertMissing(() -> bySlug("hagel"));
        assertThat(care.slugs(LENA, hail)).extracting(ArticleSlug::slug).containsExactly("hagel");
    }

    @Test
    void importedArticlesHaveAddresses() {
        ImportArticle command =
                new ImportArticle(new SourceKey("handbuch", "hagel.md"), List.of(), editorial.german("Hagel", "x"));
        knowledge.intake().put(Editorial.PROGRAM, command);
        assertThat(bySlug("hagel").text().title()).isEqualTo("Hagel");
    }

    @Test
    void whatIsMalformedIsRefused() {
        ArticleId hail = published("Hagel");
        for (String slug :
                List.of("", "Hagel", "-hagel", "hagel-", "ha--gel", "ha gel", "../hagel", "a/b", "x".repeat(101))) {
            assertRefused("command.invalid", () -> rename(hail, slug));
        }
        rename(hail, "x".repeat(100));
        assertThat(bySlug("x".repeat(100)).id()).isEqualTo(hail);
    }

    @Test
    void somebodyAnswersForAnArticleAndLooksAtItInTime() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        ArticleId water = created(editorial.german("Wasser", "x"));
        LocalDate christmas = LocalDate.of(2026, 12, 24);
        assign(hail, "lena", christmas);
        assign(storm, "anton", christmas.minusDays(1));
        assign(water, "lena", christmas.plusDays(1));

        assertThat(care.owned(LENA, "lena", PageRequest.first(5)).items())
                .extracting(EditedArticle::id)
                .containsExactly(hail, water);
        assertThat(due(christmas, null)).containsExactly(storm, hail);
        assertThat(due(christmas, "lena")).containsExactly(hail);
        assertThat(due(christmas.minusDays(2), null)).isEmpty();
        assertThat(due(LocalDate.MAX, null)).containsExactly(storm, hail, water);
        assertThat(due(LocalDate.MIN, null)).isEmpty();
        assertThat(care.owned(LENA, "\u0000", PageRequest.first(5)).items()).isEmpty();

        assign(hail, null, null);
        assertThat(due(christmas, null)).containsExactly(storm);
        assertRefused("article.review-year", () -> assign(hail, "lena", LocalDate.of(9999, 1, 1)));
        assertRefused("article.review-year", () -> assign(hail, "lena", LocalDate.of(0, 12, 31)));
    }

    @Test
    void pagesOfWhatIsDueGoOnWhereTheyEnded() {
        List<ArticleId> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ArticleId id = published("Artikel " + i);
            assign(id, "lena", LocalDate.of(2026, 12, 1 + i / 3));
            expected.add(id);
        }
        List<ArticleId> seen = new ArrayList<>();
        PageRequest request = PageRequest.first(2);
        while (request != null) {
            var page = care.due(LENA, LocalDate.of(2027, 1, 1), "lena", request);
            page.items().forEach(article -> seen.add(article.id()));
            request = page.next() == null ? null : new PageRequest(2, page.next());
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void whatIsRelatedIsShownAsFarAsReadersMaySeeIt() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        ArticleId secret = published(editorial.german("Geheim", "x").forAudiences(Audience.role("broker")));
        ArticleId draft = created(editorial.german("Entwurf", "x"));
        relate(hail, secret, storm, draft);
        relate(storm, hail);

        assertThat(related(NOBODY, hail)).containsExactly(storm);
        assertThat(related(BROKER, hail)).containsExactly(secret, storm);
        assertThat(related(NOBODY, storm)).containsExactly(hail);
        knowledge.editor().publish(LENA, PublishArticle.of(draft));
        assertThat(related(NOBODY, hail)).containsExactly(storm, draft);
        knowledge.editor().archive(LENA, ArchiveArticle.of(storm));
        assertThat(related(NOBODY, hail)).containsExactly(draft);
        assertMissing(() -> related(NOBODY, secret));
        relate(hail);
        assertThat(related(NOBODY, hail)).isEmpty();
    }

    @Test
    void anArticleIsNotRelatedToItselfOrToWhatIsNotThere() {
        ArticleId hail = published("Hagel");
        ArticleId storm = published("Sturm");
        assertRefused("article.related-to-itself", () -> relate(hail, hail));
        assertRefused("article.related-twice", () -> relate(hail, storm, storm));
        assertRefused("article.related-unknown", () -> relate(hail, ArticleId.of(new UUID(1, 2))));
        assertRefused(
                "command.invalid",
                () -> relate(hail, Collections.nCopies(21, storm).toArray(ArticleId[]::new)));
    }

    /** Neither the draft nor what readers see, nor what is outdated. */
    @Test
    void settingsChangeNothingElse() {
        ArticleId hail = published(editorial.german("Hagel", "x").with(LanguageTag.ENGLISH, "Hail", "y"));
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Entwurf", "z")));
        EditedArticle before = knowledge.editor().find(LENA, hail);
        assign(hail, "lena", LocalDate.of(2027, 1, 1));
        rename(hail, "hagelschaden");
        EditedArticle after = relate(hail, published("Sturm"));
        assertThat(after.draft()).isEqualTo(before.draft());
        assertThat(after.published()).isEqualTo(before.published());
        assertThat(after.schedule()).isEqualTo(before.schedule());
        assertThat(after.texts()).isEqualTo(before.texts());
        assertThat(after.version()).isEqualTo(before.version() + 3);
        assertThat(after.settings().slugs())
                .isEqualTo(Map.of(LanguageTag.GERMAN, "hagelschaden", LanguageTag.ENGLISH, "hail"));
        assertThat(after.settings().owner()).isEqualTo("lena");
    }

    /** Whoever writes meanwhile. */
    @Test
    void settingsStayWhenTheArticleIsEditedAndPublished() {
        ArticleId hail = published("Hagel");
        assign(hail, "lena", LocalDate.of(2027, 1, 1));
        knowledge.editor().edit(LENA, EditArticle.of(hail, editorial.german("Sturm", "z")));
        knowledge.editor().publish(LENA, PublishArticle.of(hail));
        knowledge.editor().archive(LENA, ArchiveArticle.of(hail));
        EditedArticle now = knowledge.editor().publish(LENA, PublishArticle.of(hail));
        assertThat(now.settings().owner()).isEqualTo("lena");
        assertThat(now.settings().slugs()).isEqualTo(Map.of(LanguageTag.GERMAN, "hagel"));
    }

    @Test
    void anOldVersionIsAConflictThatCarriesWhatIsThere() {
        ArticleId hail = published("Hagel");
        long seen = knowledge.editor().find(LENA, hail).version();
        assign(hail, "lena", null);
        assertThatThrownBy(() -> care.rename(
                        LENA, RenameArticle.of(hail, LanguageTag.GERMAN, "neu").expecting(seen)))
                .isInstanceOfSatisfying(
                        PortalException.Conflict.class,
                        conflict -> assertThat(conflict.findCurrent(EditedArticle.class)
                                        .map(now -> Objects.requireNonNull(
                                                now.settings().owner())))
                                .contains("lena"));
        assertMissing(() -> bySlug("neu"));
    }

    private Article bySlug(String slug) {
        return knowledge.readBySlug(NOBODY, LanguageTag.GERMAN, slug);
    }

    private ArticleId published(String title) {
        return published(editorial.german(title, "Text"));
    }

    private ArticleId published(ArticleContent content) {
        ArticleId id = created(content);
        knowledge.editor().publish(LENA, PublishArticle.of(id));
        return id;
    }

    private ArticleId created(ArticleContent content) {
        return knowledge.editor().create(LENA, CreateArticle.of(content)).id();
    }

    private EditedArticle rename(ArticleId article, String slug) {
        return care.rename(LENA, RenameArticle.of(article, LanguageTag.GERMAN, slug));
    }

    private EditedArticle release(ArticleId article, String slug) {
        return care.release(LENA, ReleaseSlug.of(article, LanguageTag.GERMAN, slug));
    }

    private EditedArticle assign(ArticleId article, @Nullable String owner, @Nullable LocalDate day) {
        return care.assign(LENA, AssignArticle.of(article, owner, day));
    }

    private EditedArticle relate(ArticleId article, ArticleId... others) {
        return care.relate(LENA, RelateArticle.of(article, others));
    }

    private List<ArticleId> related(Actor reader, ArticleId article) {
        return knowledge.related(reader, article, null).stream()
                .map(ArticleSummary::id)
                .toList();
    }

    private List<ArticleId> due(LocalDate until, @Nullable String owner) {
        return care.due(LENA, until, owner, PageRequest.first(5)).items().stream()
                .map(EditedArticle::id)
                .toList();
    }

    private static void assertMissing(ThrowingCallable work) {
        assertRefused("article.not-found", work);
    }

    private static void assertRefused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
