// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stood in a category that is removed is found as before, but neither in it nor counted there. */
class RemovedCategoriesTest {
    private final Editorial editorial = new Editorial();
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Search search = Search.of(editorial.portal, index, editorial.knowledge.searchSource());

    @AfterEach
    void close() {
        editorial.close();
        index.close();
    }

    @Test
    void aRemovedCategoryIsNoFacetAndWhatStoodInItIsFound() {
        CategoryId car = create("kfz");
        CategoryId hail = create("hagel");
        editorial.publish(editorial.german("Hagel am Auto", "Schaden melden").in(car, hail));
        editorial.publish(editorial.german("Hagel am Haus", "Schaden melden").in(hail));
        search.follow(PROGRAM);
        assertThat(found(SearchQuery.of("Schaden")).facets().get(Facet.CATEGORY))
                .containsExactlyInAnyOrder(new FacetCount(hail.toString(), 2), new FacetCount(car.toString(), 1));

        editorial.knowledge.categoryEditor().remove(LENA, RemoveCategory.of(hail));
        search.follow(PROGRAM);

        SearchResults found = found(SearchQuery.of("Schaden"));
        assertThat(found.hits().items())
                .extracting(hit -> hit.title().text())
                .containsExactlyInAnyOrder("Hagel am Auto", "Hagel am Haus");
        assertThat(found.facets().get(Facet.CATEGORY)).containsExactly(new FacetCount(car.toString(), 1));
        assertThat(found(SearchQuery.of("Schaden").inCategories(hail.toString()))
                        .hits()
                        .items())
                .isEmpty();
    }

    private SearchResults found(SearchQuery query) {
        return search.find(NOBODY, query.counting(Facet.CATEGORY), PageRequest.first(10));
    }

    private CategoryId create(String key) {
        return editorial
                .knowledge
                .categoryEditor()
                .create(LENA, CreateCategory.of(key, LocalizedText.german(key)))
                .id();
    }
}
