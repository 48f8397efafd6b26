// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SuggestQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What editors plan is found from its first moment on and until its last, though the index was not written then. */
class PlannedArticlesTest {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-23T08:00");
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2026-11-27T18:00");
    private static final Instant MONDAY_IN_BERLIN = Instant.parse("2026-11-23T07:00:00Z");
    private static final Instant FRIDAY_IN_BERLIN = Instant.parse("2026-11-27T17:00:00Z");

    private final Editorial editorial = new Editorial();
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Search search = Search.of(editorial.portal, index, editorial.knowledge.searchSource());

    @AfterEach
    void close() {
        editorial.close();
        index.close();
    }

    private List<String> found(String word) {
        return search.find(NOBODY, SearchQuery.of(word), PageRequest.first(10)).hits().items().stream()
                .map(hit -> hit.title().text())
                .toList();
    }

    private void at(Instant moment) {
        editorial.now = moment;
    }

    @Test
    void whatIsPlannedIsFoundInItsTime() {
        ArticleId id = editorial
                .knowledge
                .editor()
                .create(LENA, CreateArticle.of(editorial.german("Adventsaktion", "Rabatt auf Laternen")))
                .id();
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(id).shown(MONDAY, FRIDAY));
        search.follow(PROGRAM);

        at(MONDAY_IN_BERLIN.minusNanos(1_000));
        assertThat(found("Laternen")).isEmpty();
        assertThat(search.suggest(NOBODY, SuggestQuery.of("Adv"))).isEmpty();
        at(MONDAY_IN_BERLIN);
        assertThat(found("Laternen")).containsExactly("Adventsaktion");
        assertThat(search.suggest(NOBODY, SuggestQuery.of("Adv"))).hasSize(1);
        at(FRIDAY_IN_BERLIN.minusNanos(1_000));
        assertThat(found("Laternen")).containsExactly("Adventsaktion");
        at(FRIDAY_IN_BERLIN);
        assertThat(found("Laternen")).isEmpty();
    }

    /** Each by its own words, and one at a time by those that both have. */
    @Test
    void aPlannedTextTakesThePlaceOfTheOneBefore() {
        ArticleId id = editorial.publish(editorial.german("Tarif 2026", "Beitrag alt"));
        editorial.knowledge.editor().edit(LENA, EditArticle.of(id, editorial.german("Tarif 2027", "Beitrag neu")));
        editorial.knowledge.editor().publish(LENA, PublishArticle.of(id).shown(MONDAY, null));
        search.follow(PROGRAM);

        assertThat(found("Beitrag")).containsExactly("Tarif 2026");
        assertThat(found("neu")).doesNotContain("Tarif 2027");
        at(MONDAY_IN_BERLIN);
        assertThat(found("Beitrag")).containsExactly("Tarif 2027");
        assertThat(found("alt")).doesNotContain("Tarif 2026");
    }

    @Test
    void aLanguageThatIsPlannedIsReadInTheOtherUntilThen() {
        ArticleId id = editorial.publish(editorial.german("Hagel", "Schaden melden"));
        editorial
                .knowledge
                .editor()
                .edit(
                        LENA,
                        EditArticle.of(
                                id,
                                editorial
                                        .german("Hagel", "Schaden melden")
                                        .with(LanguageTag.ENGLISH, "Hail", "Report a damage")));
        editorial
                .knowledge
                .editor()
                .publish(LENA, PublishArticle.of(id).in(LanguageTag.ENGLISH).shown(MONDAY, null));
        search.follow(PROGRAM);

        SearchQuery english = SearchQuery.of("Hagel Hail").in(LanguageTag.ENGLISH);
        assertThat(search.find(NOBODY, english, PageRequest.first(10)).hits().items())
                .extracting(hit -> hit.title().text())
                .containsExactly("Hagel");
        at(MONDAY_IN_BERLIN);
        assertThat(search.find(NOBODY, english, PageRequest.first(10)).hits().items())
                .extracting(hit -> hit.title().text())
                .containsExactly("Hail");
    }

    /** An index that stopped before could not know that the moment has come. */
    @Test
    void anEndThatIsPlannedCountsWithoutTheIndexFollowing() {
        ArticleId id = editorial.publish(editorial.german("Hagel", "Schaden melden"));
        search.follow(PROGRAM);
        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(id).at(MONDAY));
        at(MONDAY_IN_BERLIN);
        assertThat(found("Schaden")).isEmpty();
    }

    @Test
    void whatWasGivenUpIsNotFoundAndWhatIsKeptIs() {
        ArticleId id = editorial.publish(editorial.german("Hagel", "Schaden melden"));
        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(id).at(MONDAY));
        search.follow(PROGRAM);
        editorial.knowledge.workflow().keep(LENA, KeepArticle.of(id));
        search.follow(PROGRAM);
        at(MONDAY_IN_BERLIN);
        assertThat(found("Schaden")).containsExactly("Hagel");
    }
}
