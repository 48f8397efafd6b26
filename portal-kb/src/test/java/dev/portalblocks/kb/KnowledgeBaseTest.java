// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.publishing.model.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnowledgeBaseTest {
    private final Editorial editorial = new Editorial();
    private final KnowledgeBase knowledge = editorial.knowledge;
    private final KnowledgeEditor editor = knowledge.editor();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void readersSeeNothingOfADraftBeforeItIsPublished() {
        ArticleId id = editor.create(LENA, CreateArticle.of(editorial.german("Neu", "Text")))
                .id();

        assertThatThrownBy(() -> knowledge.read(ERIKA, id, null))
                .isInstanceOf(PortalException.NotFound.class)
                .hasMessage("No such article");

        editor.publish(LENA, PublishArticle.of(id));

        assertThat(knowledge.read(ERIKA, id, null).text().title()).isEqualTo("Neu");
    }

    @Test
    void aDraftBesideThePublishedTextChangesNothingForReadersUntilItIsPublished() {
        ArticleId id = editorial.publish(editorial.german("Alt", "alter Text"));

        EditedArticle edited = editor.edit(LENA, EditArticle.of(id, editorial.german("Neu", "neuer Text")));

        assertThat(edited.state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(knowledge.read(NOBODY, id, null).text().title()).isEqualTo("Alt");
        editor.publish(LENA, PublishArticle.of(id));
        Article now = knowledge.read(NOBODY, id, null);
        assertThat(now.text().title()).isEqualTo("Neu");
        assertThat(now.revision()).isEqualTo(2);
    }

    @Test
    void whatWasPublishedIsKeptTheLatestFirst() {
        ArticleId id = editorial.publish(editorial.german("Eins", ""));
        editor.edit(LENA, EditArticle.of(id, editorial.german("Zwei", "")));
        editor.publish(LENA, PublishArticle.of(id));

        Page<Revision<ArticleContent>> latest = editor.revisions(LENA, id, PageRequest.first(1));
        Page<Revision<ArticleContent>> first =
                editor.revisions(LENA, id, PageRequest.first(1).after(latest.next()));

        assertThat(latest.items()).extracting(Revision::number).containsExactly(2L);
        assertThat(first.items()).extracting(Revision::number).containsExactly(1L);
        assertThat(first.findNext()).isEmpty();
    }

    @Test
    void anArchivedArticleIsGoneForReadersAndComesBackWhenItIsPublished() {
        ArticleId id = editorial.publish(editorial.german("Titel", ""));

        editor.archive(LENA, ArchiveArticle.of(id));

        assertThatThrownBy(() -> knowledge.read(ERIKA, id, null)).isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> editor.archive(LENA, ArchiveArticle.of(id)))
                .hasMessageContaining("article.not-published");
        editor.publish(LENA, PublishArticle.of(id));
        assertThat(knowledge.read(ERIKA, id, null).revision()).isEqualTo(2);
    }

    @Test
    void nothingNewCantBePublished() {
        ArticleId id = editorial.publish(editorial.german("Titel", ""));

        assertThatThrownBy(() -> editor.publish(LENA, PublishArticle.of(id)))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("article.nothing-to-publish");
    }

    @Test
    void aReaderGetsTheirLanguageElseTheDefaultElseTheFirstThatWasWritten() {
        ArticleId both = editorial.publish(editorial.german("Deutsch", "").with(LanguageTag.ENGLISH, "English", ""));
        ArticleId french = editorial.publish(ArticleContent.of(LanguageTag.of("fr"), "Français", ""));

        assertThat(title(both, "en-GB")).isEqualTo("English");
        assertThat(title(both, "de-CH")).isEqualTo("Deutsch");
        assertThat(title(both, "it")).isEqualTo("Deutsch");
        assertThat(title(french, "en")).isEqualTo("Français");
        assertThat(knowledge.read(ERIKA, french, LanguageTag.ENGLISH).language())
                .isEqualTo(LanguageTag.of("fr"));
    }

    @Test
    void anArticleIsThereForItsAudiencesOnly() {
        ArticleId signedIn =
                editorial.publish(editorial.german("Für Kunden", "").forAudiences(Audience.SIGNED_IN));
        ArticleId brokers = editorial.publish(editorial.german("Für Makler", "").forAudiences(Audience.role("broker")));

        assertThat(knowledge.read(ERIKA, signedIn, null).id()).isEqualTo(signedIn);
        assertThatThrownBy(() -> knowledge.read(NOBODY, signedIn, null)).isInstanceOf(PortalException.NotFound.class);
        assertThatThrownBy(() -> knowledge.read(ERIKA, brokers, null)).isInstanceOf(PortalException.NotFound.class);
        assertThat(knowledge.read(ERIKA.withRoles("broker"), brokers, null).id())
                .isEqualTo(brokers);
        assertThat(titles(NOBODY)).isEmpty();
        assertThat(titles(ERIKA)).containsExactly("Für Kunden");
        assertThat(titles(ERIKA.withRoles("broker"))).containsExactly("Für Kunden", "Für Makler");
    }

    @Test
    void whatIsNotThereAndWhatIsAnothersLooksTheSame() {
        ArticleId foreign = editorial.publish(editorial.german("Titel", ""));
        ArticleId unknown = ArticleId.of(UUID.fromString("00000000-0000-7000-8000-000000000000"));
        Actor stranger = Actor.agent(TenantId.of("other"), "eva", "editor");

        for (ArticleId id : List.of(foreign, unknown)) {
            assertThatThrownBy(() -> editor.find(stranger, id))
                    .isInstanceOf(PortalException.NotFound.class)
                    .hasMessage("No such article");
        }
    }

    @Test
    void aReaderSeesTheCategoriesInWhichTheyFindSomethingAndThoseAbove() {
        Category cars = category(null, "kfz", "Kfz");
        Category claims = category(cars.id(), "schaden", "Schaden");
        category(null, "leer", "Leer");
        Category internal = category(null, "intern", "Intern");
        editorial.publish(editorial.german("Schaden melden", "").in(claims.id()));
        editorial.publish(editorial
                .german("Nur für Makler", "")
                .in(internal.id(), cars.id())
                .forAudiences(Audience.role("broker")));

        assertThat(knowledge.categories(NOBODY, null))
                .extracting(CategorySummary::name, CategorySummary::articles)
                .containsExactly(tuple("Kfz", 0), tuple("Schaden", 1));
        assertThat(knowledge.categories(NOBODY.withRoles("broker"), null)).hasSize(2);
        assertThat(knowledge.categories(ERIKA.withRoles("broker"), null)).hasSize(3);
        assertThat(knowledge
                        .list(ERIKA, claims.id(), null, PageRequest.first(10))
                        .items())
                .extracting(ArticleSummary::title)
                .containsExactly("Schaden melden");
    }

    @Test
    void twoSiblingsCantHaveOneKeyAndTwoCousinsCan() {
        Category one = category(null, "eins", "Eins");
        Category two = category(null, "zwei", "Zwei");
        category(one.id(), "kind", "Kind");
        category(two.id(), "kind", "Kind");

        assertThatThrownBy(() -> category(one.id(), "kind", "Kind"))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("category.key-taken");
        assertThat(knowledge.categoryEditor().list(LENA)).hasSize(4);
    }

    @Test
    void aCategoryIsRenamedAtTheVersionThatTheEditorSaw() {
        Category category = category(null, "kfz", "Kfz");
        LocalizedText name = LocalizedText.german("Auto");

        Category renamed = knowledge.categoryEditor().rename(LENA, new RenameCategory(category.id(), name, 1L));

        assertThat(renamed.name()).isEqualTo(name);
        assertThatThrownBy(() -> knowledge.categoryEditor().rename(LENA, new RenameCategory(category.id(), name, 1L)))
                .hasMessageContaining("category.version-conflict");
    }

    @Test
    void aStaleEditIsAConflictAndOneWithoutAVersionIsNot() {
        ArticleId id = editorial.publish(editorial.german("Titel", ""));
        EditArticle edit = EditArticle.of(id, editorial.german("Neu", ""));

        assertThatThrownBy(() -> editor.edit(LENA, edit.expecting(1)))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("article.version-conflict");
        assertThat(editor.edit(LENA, edit.expecting(2)).version()).isEqualTo(3);
        assertThat(editor.edit(LENA, edit).version()).isEqualTo(4);
    }

    @Test
    void aRepeatedCreationAnswersWithTheArticleAsItIsByThen() {
        CreateArticle command = CreateArticle.of(editorial.german("Titel", "")).once(IdempotencyKey.of("versuch-1"));
        EditedArticle first = editor.create(LENA, command);
        editor.publish(LENA, PublishArticle.of(first.id()));

        EditedArticle again = editor.create(LENA, command);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state()).isEqualTo(ArticleState.PUBLISHED);
        assertThat(editor.list(LENA, PageRequest.first(10)).items()).hasSize(1);
    }

    @Test
    void anArticleInACategoryThatIsNotThereIsRefused() {
        CategoryId unknown = CategoryId.of(UUID.fromString("00000000-0000-7000-8000-000000000000"));

        assertThatThrownBy(() -> editor.create(
                        LENA, CreateArticle.of(editorial.german("Titel", "").in(unknown))))
                .hasMessage("No such category");
    }

    @Test
    void pagesHoldEveryArticleOnceWhileOthersComeAndGo() {
        List<ArticleId> ids = IntStream.range(0, 25)
                .mapToObj(number -> editorial.publish(editorial.german("Titel " + number, "")))
                .toList();
        List<ArticleId> read = new ArrayList<>();

        Page<ArticleSummary> page = knowledge.list(NOBODY, null, null, PageRequest.first(10));
        page.items().forEach(article -> read.add(article.id()));
        editor.archive(LENA, ArchiveArticle.of(ids.get(9))); // the anchor itself
        ArticleId late = editorial.publish(editorial.german("Spät", ""));
        while (page.next() != null) {
            page = knowledge.list(NOBODY, null, null, PageRequest.first(10).after(page.next()));
            page.items().forEach(article -> read.add(article.id()));
        }

        List<ArticleId> expected = new ArrayList<>(ids);
        expected.add(late);
        assertThat(read).containsExactlyElementsOf(expected);
    }

    private String title(ArticleId id, String language) {
        return knowledge.read(ERIKA, id, LanguageTag.of(language)).text().title();
    }

    private List<String> titles(Actor reader) {
        return knowledge.list(reader, null, null, PageRequest.first(10)).items().stream()
                .map(ArticleSummary::title)
                .toList();
    }

    private Category category(@Nullable CategoryId parent, String key, String name) {
        CreateCategory command = CreateCategory.of(key, LocalizedText.german(name));
        return knowledge.categoryEditor().create(LENA, parent == null ? command : command.under(parent));
    }
}
