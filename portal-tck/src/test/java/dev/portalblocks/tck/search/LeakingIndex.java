// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A right index that tells on one path of what the reader does not see. */
final class LeakingIndex implements InvocationHandler {
    /** The path. */
    enum Leak {
        HITS,
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
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        updates += method.getName().equals("update") ? 1 : 0;
        Object answer = passed(method, given);
        if (given == null || given.length < 2 || !(given[1] instanceof IndexQuery)) {
            return answer;
        }
        return switch (leak) {
            case HITS -> method.getName().equals("search") ? asked(method, given, LeakingIndex::ofAll) : answer;
            case SUGGESTIONS -> method.getName().equals("suggest") ? asked(method, given, LeakingIndex::ofAll) : answer;
            case ANSWERS -> method.getName().equals("answers") ? asked(method, given, LeakingIndex::ofAll) : answer;
            case OWNERS -> asked(method, given, LeakingIndex::ofAllCustomers);
            case TIMES -> asked(method, given, LeakingIndex::later);
            case WITHDRAWALS ->
                asked(method, given, query -> query.seeing(query.visible().without(position -> Set.of())));
            case CORRECTIONS, COUNTS, SCORES ->
                answer instanceof IndexAnswer own ? mixed(own, asked(method, given, LeakingIndex::ofAll)) : answer;
        };
    }

    private IndexAnswer mixed(IndexAnswer own, @Nullable Object all) {
        IndexAnswer of = (IndexAnswer) Objects.requireNonNull(all);
        return switch (leak) {
            case CORRECTIONS -> new IndexAnswer(own.hits(), of.correction(), own.facets());
            case COUNTS -> new IndexAnswer(own.hits(), own.correction(), of.facets());
            default -> own.with(own.hits().stream().map(this::scored).toList());
        };
    }

    private RankedHit scored(RankedHit ranked) {
        SearchHit hit = ranked.hit();
        double score = hit.score() / (1 + updates);
        return new RankedHit(
                new SearchHit(hit.object(), hit.language(), hit.title(), hit.snippet(), hit.anchor(), score),
                ranked.place());
    }

    private @Nullable Object asked(Method method, Object[] given, UnaryOperator<IndexQuery> other) throws Throwable {
        Object[] changed = given.clone();
        changed[1] = other.apply((IndexQuery) given[1]);
        return passed(method, changed);
    }

    private @Nullable Object passed(Method method, Object @Nullable [] given) throws Throwable {
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
