// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.spi.LearningStorage;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.SearchTraceStore;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SynonymStore;
import dev.portalblocks.tck.ScopeMutants;
import dev.portalblocks.tck.ScopeMutation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** What tenants share in search, and in what is learned of it, that they must not share. */
final class SearchLeaks {
    private SearchLeaks() {}

    /** Returns the faults, each under the name of what it shares. */
    static Map<String, UnaryOperator<House.Stores>> all() {
        ScopeMutation mutation = new ScopeMutation(ScopeMutation.Dimension.TENANT, ScopeMutation.Slip.FORGOTTEN);
        Map<String, UnaryOperator<House.Stores>> all = new LinkedHashMap<>();
        all.put("statistics of the index", right -> right.with(counting(index(right))));
        all.put("facets", right -> right.with(told(index(right), "search", SearchLeaks::countedTogether)));
        all.put("corrections", right -> right.with(told(index(right), "search", SearchLeaks::corrected)));
        all.put("suggestions", right -> right.with(told(index(right), "suggest", SearchLeaks::joined)));
        all.put("answers", right -> right.with(told(index(right), "answers", SearchLeaks::joined)));
        all.put(
                "synonyms",
                right -> right.with(new ScopeMutants(SynonymStore.class, Set.of("matching"), mutation)
                        .in(right.searching().synonyms())));
        all.put("counts of what was asked", right -> right.with(learning(right, QueryCountStore.class)));
        all.put("searches of the last half hour", right -> right.with(learning(right, SearchTraceStore.class)));
        return all;
    }

    private static AnsweringIndex index(House.Stores right) {
        return right.searching().index();
    }

    private static LearningStorage learning(House.Stores right, Class<?> spi) {
        return Faults.shared(LearningStorage.class, right.searching().learning(), spi);
    }

    /** Scores depend on how often anybody's documents changed. */
    private static AnsweringIndex counting(AnsweringIndex right) {
        int[] updates = new int[1];
        return Faults.proxy(AnsweringIndex.class, (proxy, method, arguments) -> {
            updates[0] += isWrite(method) ? 1 : 0;
            Object answer = Faults.passed(right, method, arguments);
            return method.getName().equals("search") ? scored((IndexAnswer) answer, updates[0]) : answer;
        });
    }

    private static IndexAnswer scored(IndexAnswer answer, int more) {
        return answer.with(answer.hits().stream()
                .map(ranked -> {
                    SearchHit hit = ranked.hit();
                    return new RankedHit(
                            new SearchHit(
                                    hit.object(),
                                    hit.language(),
                                    hit.title(),
                                    hit.snippet(),
                                    hit.anchor(),
                                    hit.score() / (1 + more)),
                            ranked.place());
                })
                .toList());
    }

    /** What one call tells comes as well from the index that was written last. */
    private static AnsweringIndex told(AnsweringIndex right, String call, BinaryOperator<Object> both) {
        AtomicReference<TenantId> last = new AtomicReference<>();
        return Faults.proxy(AnsweringIndex.class, (proxy, method, arguments) -> {
            Object answer = Faults.passed(right, method, arguments);
            if (isWrite(method)) {
                last.set((TenantId) arguments[0]);
            }
            TenantId other = last.get();
            return method.getName().equals(call) && other != null && !other.equals(arguments[0])
                    ? both.apply(answer, Faults.passed(right, method, asOf(other, arguments)))
                    : answer;
        });
    }

    /** The first page, as a place is none in another's index. */
    private static Object[] asOf(TenantId other, Object[] arguments) {
        Object[] theirs = arguments.clone();
        IndexQuery query = (IndexQuery) arguments[1];
        Map<String, Scope> scopes = new HashMap<>(query.scopes());
        scopes.replaceAll(
                (type, scope) -> new Scope(other, scope.customers(), scope.teams(), scope.audiences(), scope.states()));
        theirs[0] = other;
        theirs[1] = query.seeing(query.visible().within(scopes).without(position -> Set.of()));
        if (theirs.length > 3) {
            theirs[2] = null;
        }
        return theirs;
    }

    private static boolean isWrite(Method method) {
        return method.getName().equals("update") || method.getName().equals("rebuild");
    }

    private static Object countedTogether(Object own, Object theirs) {
        IndexAnswer answer = (IndexAnswer) own;
        return new IndexAnswer(answer.hits(), answer.correction(), ((IndexAnswer) theirs).facets());
    }

    private static Object corrected(Object own, Object theirs) {
        IndexAnswer answer = (IndexAnswer) own;
        return new IndexAnswer(answer.hits(), ((IndexAnswer) theirs).correction(), answer.facets());
    }

    private static Object joined(Object own, Object theirs) {
        List<Object> both = new ArrayList<>((List<?>) own);
        both.addAll((List<?>) theirs);
        return both;
    }
}
