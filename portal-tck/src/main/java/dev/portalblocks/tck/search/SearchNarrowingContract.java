// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Promises 10 to 12 of {@link SearchIndex}, about what is told beside the hits; part of {@link SearchIndexContract}. */
@ContractOf(SearchIndex.class)
public interface SearchNarrowingContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    SearchIndex index();

    /** By each of the three, and by all at once. */
    @Test
    @Promise(10)
    default void aHitIsOfWhatWasAskedFor() {
        SearchIndex index = filled();

        assertThat(found(index, new Filter(Set.of(), Set.of("c1"), Set.of()))).containsExactlyInAnyOrder("a", "b");
        assertThat(found(index, new Filter(Set.of(), Set.of("c1", "c2"), Set.of())))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(found(index, new Filter(Set.of(), Set.of(), Set.of("Red")))).containsExactlyInAnyOrder("a", "c");
        assertThat(found(index, new Filter(Set.of("article"), Set.of("c1"), Set.of("Red", "Blue"))))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(found(index, new Filter(Set.of("article"), Set.of("c2"), Set.of("Blue"))))
                .isEmpty();
        assertThat(found(index, new Filter(Set.of(), Set.of(), Set.of("red")))).isEmpty();
        assertThat(found(index, Filter.none())).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    /** Two hits on the page, four in all; one more that the reader may not see. */
    @Test
    @Promise(11)
    default void allHitsAreCountedByEachValue() {
        IndexAnswer answer =
                filled().search(Articles.ACME, asked().counting(Facet.TYPE, Facet.CATEGORY, Facet.TAG), null, 2);

        assertThat(answer.hits()).hasSize(2);
        assertThat(answer.facets())
                .containsEntry(Facet.TYPE, List.of(new FacetCount("article", 4)))
                .containsEntry(Facet.CATEGORY, List.of(new FacetCount("c1", 2), new FacetCount("c2", 1)))
                .containsEntry(Facet.TAG, List.of(new FacetCount("Red", 2), new FacetCount("Blue", 1)));
    }

    /** Who has chosen a category sees what the others hold, and of the tags those within it. */
    @Test
    @Promise(11)
    default void aFacetIsNotNarrowedByItself() {
        IndexAnswer answer = filled().search(
                        Articles.ACME,
                        asked().among(new Filter(Set.of(), Set.of("c1"), Set.of()))
                                .counting(Facet.CATEGORY, Facet.TAG),
                        null,
                        10);

        assertThat(answer.facets())
                .containsEntry(Facet.CATEGORY, List.of(new FacetCount("c1", 2), new FacetCount("c2", 1)))
                .containsEntry(Facet.TAG, List.of(new FacetCount("Blue", 1), new FacetCount("Red", 1)));
    }

    /** An object in three languages is one hit, and counts once. */
    @Test
    @Promise(11)
    default void anObjectCountsOnceHoweverManyLanguagesItHas() {
        SearchIndex index = filled();
        index.update(
                Articles.ACME,
                List.of(Articles.articleIn(
                        "e", List.of(LanguageTag.ENGLISH, LanguageTag.GERMAN, LanguageTag.of("fr")))),
                Articles.at(2));

        IndexAnswer answer = index.search(Articles.ACME, asked().counting(Facet.TYPE), null, 10);
        assertThat(answer.hits()).hasSize(5);
        assertThat(answer.facets()).containsEntry(Facet.TYPE, List.of(new FacetCount("article", 5)));
    }

    /** Nothing is counted that nobody asked for. */
    @Test
    @Promise(11)
    default void onlyWhatIsAskedForIsCounted() {
        assertThat(filled().search(Articles.ACME, asked(), null, 10).facets()).isEmpty();
    }

    /** An index may leave mistyped words alone; what it offers is something else, and finds something. */
    @Test
    @Promise(12)
    default void aCorrectionFindsSomethingThatTheTextDoesNot() {
        SearchIndex index = filled();
        for (String text :
                List.of("invoixe", "iinvoice", "secrett", Articles.WORD, "qqqqq", "", "the invoixe of may")) {
            String correction =
                    index.search(Articles.ACME, Articles.asked(text), null, 10).correction();
            if (correction != null) {
                assertThat(correction).isNotEqualTo(text).doesNotContain("secret");
                assertThat(Articles.found(index, correction)).isNotEmpty();
            }
        }
        assertThat(index.search(Articles.ACME, asked(), null, 10).correction()).isNull();
    }

    private SearchIndex filled() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(
                        article("a", Audience.PUBLIC, Set.of("c1"), "Red"),
                        article("b", Audience.PUBLIC, Set.of("c1"), "Blue"),
                        article("c", Audience.PUBLIC, Set.of("c2"), "Red"),
                        article("d", Audience.PUBLIC, Set.of()),
                        article("secret", Audience.SIGNED_IN, Set.of("c1", "c3"), "Red", "Green", "secret")),
                Articles.at(1));
        return index;
    }

    private static SearchChange article(String id, Audience audience, Set<String> categories, String... tags) {
        return Articles.placed(ObjectRef.of("article", id), audience, categories, List.of(tags));
    }

    private static IndexQuery asked() {
        return Articles.asked(Articles.WORD);
    }

    private static List<String> found(SearchIndex index, Filter only) {
        return Articles.ids(
                index.search(Articles.ACME, asked().among(only), null, 100).hits());
    }
}
