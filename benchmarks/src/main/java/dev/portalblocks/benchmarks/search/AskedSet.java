// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import java.util.List;
import java.util.function.BiConsumer;

/** A set's questions as an application asks them, of an index that holds nothing but the set. */
final class AskedSet {
    static final int TEN = 10;

    private static final TenantId TENANT = TenantId.of("acme");
    private static final Actor VISITOR = Actor.anonymous(TENANT);

    private AskedSet() {}

    /** Asks all, and hands each question's first ten on; closes the index. */
    static void ask(QuestionSet set, LuceneSearchIndex index, BiConsumer<QuestionSet.Question, List<String>> answered) {
        try (Portal portal = Portal.of(new Memory());
                index) {
            Search search = Search.of(portal, index, new SetSource(set));
            search.follow(Actor.system(TENANT, "indexer"));
            for (QuestionSet.Question question : set.questions()) {
                SearchQuery query = SearchQuery.of(question.text()).in(set.language());
                SearchQuery asked = question.group().isEmpty() ? query : query.inCategories(question.group());
                answered.accept(
                        question,
                        search.find(VISITOR, asked, PageRequest.first(TEN)).hits().items().stream()
                                .map(SearchHit::object)
                                .map(object -> object.id())
                                .toList());
            }
        }
    }
}
