// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.Visibility;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A right index that tells on one path of what the reader does not see. */
final class LeakingIndex implements InvocationHandler {
    /** The path. */
    enum Leak {
        HITS,
        SNIPPETS,
        ORDER,
        PAGES,
        GAPS,
        SUGGESTIONS,
        ANSWERS,
        CORRECTIONS,
        COUNTS,
        SCORES,
        OWNERS,
        TIMES,
        WITHDRAWALS
    }

    private final AnsweringIndex right = LuceneSearchIndex.inMemory();
    private final Leak leak;
    private int updates;

    private LeakingIndex(Leak leak) {
        this.leak = leak;
    }

    static AnsweringIndex on(Leak leak) {
        return (AnsweringIndex) Proxy.newProxyInstance(
                LeakingIndex.class.getClassLoader(), new Class<?>[] {AnsweringIndex.class}, new LeakingIndex(leak));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        updates += method.getName().equals("update") ? 1 : 0;
        if (given == null || given.length < 2 || !(given[1] instanceof IndexQuery)) {
            return passed(method, given);
        }
        return switch (leak) {
            case HITS -> asked("search", method, given, LeakingIndex::ofAll);
            case SUGGESTIONS -> asked("suggest", method, given, LeakingIndex::ofAll);
            case ANSWERS -> asked("answers", method, given, LeakingIndex::ofAll);
            case GAPS ->
                given[given.length - 1].equals(1) ? asked(method, given, LeakingIndex::later) : passed(method, given);
            case OWNERS -> asked(method, given, LeakingIndex::ofAllCustomers);
            case TIMES -> asked(method, given, LeakingIndex::later);
            case WITHDRAWALS ->
                asked(method, given, query -> query.seeing(query.visible().without(position -> Set.of())));
            case PAGES -> {
                Object answer = passed(method, given);
                yield isFurther(method, given) ? further((IndexAnswer) answer, given, method) : answer;
            }
            case SNIPPETS, CORRECTIONS, COUNTS, SCORES, ORDER -> {
                Object answer = passed(method, given);
                yield answer instanceof IndexAnswer own && !isFurther(method, given)
                        ? mixed(own, (IndexAnswer) asked(method, given, LeakingIndex::ofAll))
                        : answer;
            }
        };
    }

    private static boolean isFurther(Method method, Object[] given) {
        return method.getName().equals("search") && given[2] != null;
    }

    private Object asked(String call, Method method, Object[] given, UnaryOperator<IndexQuery> other) throws Throwable {
        return method.getName().equals(call) ? asked(method, given, other) : passed(method, given);
    }

    private IndexAnswer mixed(IndexAnswer own, IndexAnswer of) {
        return switch (leak) {
            case CORRECTIONS -> new IndexAnswer(own.hits(), of.correction(), own.facets());
            case COUNTS -> new IndexAnswer(own.hits(), own.correction(), of.facets());
            case SNIPPETS ->
                own.with(own.hits().stream()
                        .map(hit -> saying(hit, of.hits().get(0).hit()))
                        .toList());
            case ORDER -> own.with(turned(own.hits()));
            default -> own.with(own.hits().stream().map(this::scored).toList());
        };
    }

    /** The next page is one of all that there is. */
    private Object further(IndexAnswer own, Object[] given, Method method) throws Throwable {
        Object[] first = given.clone();
        first[2] = null;
        first[3] = 50;
        IndexAnswer all = (IndexAnswer) asked(method, first, LeakingIndex::ofAll);
        return own.with(all.hits().stream()
                .map(ranked -> new RankedHit(ranked.hit(), (Keyset) given[2]))
                .toList());
    }

    private List<RankedHit> turned(List<RankedHit> hits) {
        List<RankedHit> turned = new ArrayList<>(hits);
        Collections.rotate(turned, updates);
        return turned;
    }

    private static RankedHit saying(RankedHit ranked, SearchHit other) {
        SearchHit hit = ranked.hit();
        return new RankedHit(
                new SearchHit(hit.object(), hit.language(), hit.title(), other.title(), hit.anchor(), hit.score()),
                ranked.place());
    }

    private RankedHit scored(RankedHit ranked) {
        SearchHit hit = ranked.hit();
        double score = hit.score() / (1 + updates);
        return new RankedHit(
                new SearchHit(hit.object(), hit.language(), hit.title(), hit.snippet(), hit.anchor(), score),
                ranked.place());
    }

    private Object asked(Method method, Object[] given, UnaryOperator<IndexQuery> other) throws Throwable {
        Object[] changed = given.clone();
        changed[1] = other.apply((IndexQuery) given[1]);
        return passed(method, changed);
    }

    private Object passed(Method method, Object @Nullable [] given) throws Throwable {
        try {
            return method.invoke(right, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static IndexQuery ofAll(IndexQuery query) {
        return query.within(each(query, scope -> Scope.wholeTenant(scope.tenant())));
    }

    private static IndexQuery ofAllCustomers(IndexQuery query) {
        return query.within(each(
                query,
                scope -> new Scope(scope.tenant(), Bound.all(), scope.teams(), scope.audiences(), scope.states())));
    }

    private static IndexQuery later(IndexQuery query) {
        Visibility now = query.visible();
        return query.seeing(new Visibility(now.scopes(), now.now().plus(Duration.ofDays(2)), now.withdrawn()));
    }

    private static Map<String, Scope> each(IndexQuery query, UnaryOperator<Scope> other) {
        Map<String, Scope> scopes = new HashMap<>(query.scopes());
        scopes.replaceAll((type, scope) -> other.apply(scope));
        return scopes;
    }
}
