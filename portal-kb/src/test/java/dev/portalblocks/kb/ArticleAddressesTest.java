// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSlug;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArticleAddressesTest {
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
        ArticleId hail = editorial.publish(both);
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
        ArticleId hail =
                editorial.publish(editorial.german("Hagel", "x").with(LanguageTag.ENGLISH, "Hail damage", "y"));
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
        ArticleId draft = editorial.draft(editorial.german("Entwurf", "x"));
        rename(draft, "entwurf");
        ArticleId secret = editorial.publish(editorial.german("Geheim", "x").forAudiences(Audience.role("broker")));
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
        ArticleId hail = editorial.draft(editorial.german("Hagel", "x"));
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

    private Article bySlug(String slug) {
        return knowledge.readBySlug(NOBODY, LanguageTag.GERMAN, slug);
    }

    private ArticleId published(String title) {
        return editorial.publish(editorial.german(title, "Text"));
    }

    private EditedArticle rename(ArticleId article, String slug) {
        return care.rename(LENA, RenameArticle.of(article, LanguageTag.GERMAN, slug));
    }

    private EditedArticle release(ArticleId article, String slug) {
        return care.release(LENA, ReleaseSlug.of(article, LanguageTag.GERMAN, slug));
    }

    private static void assertMissing(ThrowingCallable work) {
        assertRefused("article.not-found", work);
    }
}
