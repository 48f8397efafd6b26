// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes on through the pages sees the list as it was when they asked, without what was withdrawn since. */
class StablePagesTest {
    private static final int ARTICLES = 12;

    private final Editorial editorial = new Editorial();
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Search search = Search.of(editorial.portal, index, editorial.knowledge.searchSource());
    private final List<ArticleId> articles = new ArrayList<>();

    @BeforeEach
    void publish() {
        for (int number = 0; number < ARTICLES; number++) {
            articles.add(editorial.publish(editorial.german("Beitrag " + number, "Text ".repeat(number))));
        }
        search.follow(PROGRAM);
    }

    @AfterEach
    void close() {
        editorial.close();
        index.close();
    }

    @Test
    void everyHitOfTheListIsSeenOnceWhileEditorsWork() {
        List<ObjectRef> list = objects(page(NOBODY, 100, null));
        List<ObjectRef> seen = new ArrayList<>();

        Page<SearchHit> page = page(NOBODY, 3, null);
        seen.addAll(objects(page));
        while (page.next() != null) {
            editorial.publish(editorial.german("Beitrag Beitrag", "Beitrag"));
            edit(articles.get(ARTICLES - 1));
            edit(articles.get(0));
            search.follow(PROGRAM);
            page = page(NOBODY, 3, page.next());
            seen.addAll(objects(page));
        }

        assertThat(list).hasSize(ARTICLES);
        assertThat(seen).isEqualTo(list);
    }

    @Test
    void whatIsWithdrawnBetweenTwoPagesIsNotOnTheSecond() {
        List<ObjectRef> list = objects(page(NOBODY, 100, null));
        Page<SearchHit> first = page(NOBODY, 3, null);

        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(ArticleId.of(list.get(5))));
        assertThat(objects(page(NOBODY, 100, first.next())))
                .as("before the index has heard of it")
                .isEqualTo(without(list, 5));
        search.follow(PROGRAM);
        assertThat(objects(page(NOBODY, 100, first.next())))
                .as("and afterwards")
                .isEqualTo(without(list, 5));
    }

    @Test
    void whatIsForFewerReadersNowIsNotOnTheNextPage() {
        List<ObjectRef> list = objects(page(NOBODY, 100, null));
        Page<SearchHit> first = page(NOBODY, 3, null);

        ArticleId fewer = ArticleId.of(list.get(7));
        editorial
                .knowledge
                .editor()
                .edit(
                        LENA,
                        EditArticle.of(
                                fewer, editorial.german("Beitrag", "intern").forAudiences(Audience.role("broker"))));
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(fewer));

        assertThat(objects(page(NOBODY, 100, first.next()))).isEqualTo(without(list, 7));
        search.follow(PROGRAM);
        assertThat(objects(page(NOBODY, 100, first.next()))).isEqualTo(without(list, 7));
    }

    /** A first page that was taken between a withdrawal and the index' hearing of it. */
    @Test
    void theListOfASecondInWhichTheIndexLaggedGoesOn() {
        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(articles.get(4)));
        Page<SearchHit> first = page(NOBODY, 3, null);
        List<ObjectRef> list = objects(page(NOBODY, 100, null));
        search.follow(PROGRAM);

        assertThat(list).hasSize(ARTICLES - 1);
        assertThat(objects(page(NOBODY, 100, first.next()))).isEqualTo(list.subList(3, list.size()));
    }

    @Test
    void aListThatIsGoneIsSaidToBe() {
        Cursor cursor = page(NOBODY, 3, null).next();
        index.flush();
        for (int number = 0; number <= LuceneSearchIndex.MOST_VIEWS_OF_TENANT; number++) {
            editorial.publish(editorial.german("Beitrag neu " + number, "Beitrag"));
            search.follow(PROGRAM);
            page(NOBODY, 3, null);
        }
        refuses("cursor.expired", () -> page(NOBODY, 3, cursor));
    }

    /** A customer sees what visitors don't, so its list is another one. */
    @Test
    void aCursorOfAReaderWhoSeesMoreIsExpired() {
        editorial.publish(editorial.german("Beitrag für Kunden", "Beitrag").forAudiences(Audience.SIGNED_IN));
        search.follow(PROGRAM);
        for (int flush = 0; flush <= LuceneSearchIndex.VIEWS_OUTLIVE; flush++) {
            index.flush(); // of the state in which both saw the same nothing is kept
        }
        Cursor customers = page(ERIKA, 3, null).next();
        Cursor visitors = page(NOBODY, 3, null).next();

        refuses("cursor.expired", () -> page(NOBODY, 3, customers));
        refuses("cursor.expired", () -> page(ERIKA, 3, visitors));
        assertThat(page(ERIKA, 3, customers).items()).hasSize(3);
    }

    @Test
    void aCursorOfAnotherQueryOrFilterOrTenantOrOneThatWasTouchedIsInvalid() {
        Page<SearchHit> first = page(NOBODY, 3, null);
        Cursor cursor = first.findNext().orElseThrow();
        SearchQuery query = SearchQuery.of("Beitrag");
        PageRequest next = PageRequest.first(3).after(cursor);
        String text = cursor.value();
        Cursor touched = Cursor.of((text.charAt(0) == 'A' ? "B" : "A") + text.substring(1));

        refuses("cursor.invalid", () -> search.find(NOBODY, SearchQuery.of("Beiträge"), next));
        refuses("cursor.invalid", () -> search.find(NOBODY, query.among("article"), next));
        refuses("cursor.invalid", () -> search.find(NOBODY, query.tagged("a"), next));
        refuses("cursor.invalid", () -> search.find(Actor.anonymous(TenantId.of("other")), query, next));
        refuses("cursor.invalid", () -> page(NOBODY, 3, touched));
    }

    /** What is added for others moves no list, and leaves no trace in a cursor. */
    @Test
    void aCursorTellsNothingOfWhatItsReaderDoesNotSee() {
        String before = page(NOBODY, 3, null).findNext().orElseThrow().value();
        editorial.publish(editorial.german("Beitrag intern", "Beitrag").forAudiences(Audience.role("broker")));
        search.follow(PROGRAM);

        assertThat(page(NOBODY, 3, null).findNext().orElseThrow().value()).isEqualTo(before);
        assertThat(page(NOBODY, 3, new Cursor(before)).items()).hasSize(3);
    }

    private static List<ObjectRef> without(List<ObjectRef> list, int number) {
        List<ObjectRef> left = new ArrayList<>(list.subList(3, ARTICLES));
        left.remove(list.get(number));
        return left;
    }

    private static void refuses(String code, Runnable find) {
        assertThatThrownBy(find::run)
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    private void edit(ArticleId id) {
        editorial.knowledge.editor().edit(LENA, EditArticle.of(id, editorial.german("Beitrag neu", "Beitrag")));
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(id));
    }

    private Page<SearchHit> page(Actor reader, int limit, @Nullable Cursor after) {
        return search.find(
                        reader,
                        SearchQuery.of("Beitrag"),
                        PageRequest.first(limit).after(after))
                .hits();
    }

    private static List<ObjectRef> objects(Page<SearchHit> page) {
        return page.items().stream().map(SearchHit::object).toList();
    }
}
