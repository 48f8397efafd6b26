// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.memory;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.QueryRanking;
import dev.portalblocks.search.learning.spi.QueryTotals;
import dev.portalblocks.search.learning.spi.StoredQueryDay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts of queries in memory. */
final class MemoryQueryCountStore implements QueryCountStore {
    private static final Comparator<Words> BY_WORDS =
            Comparator.comparing(Words::query).thenComparing(Words::language);
    private static final Comparator<Key> BY_DAY = Comparator.comparing(
                    (Key key) -> key.tenant().value())
            .thenComparing(Key::day)
            .thenComparing(Key::words, BY_WORDS);

    private final MemoryTable<Key, StoredQueryDay> days;

    MemoryQueryCountStore(Memory memory) {
        days = memory.table("search.query-count", BY_DAY);
    }

    @Override
    public void add(Tx tx, StoredQueryDay more) {
        Key key = Key.of(more);
        QueryCounts before =
                days.findForUpdate(tx, key).map(StoredQueryDay::counts).orElse(QueryCounts.none());
        days.put(
                tx,
                key,
                new StoredQueryDay(
                        more.tenant(), more.day(), more.query(), more.language(), before.plus(more.counts())));
    }

    @Override
    public List<QueryGap> top(Tx tx, TenantId tenant, QueryRanking ranking, int limit) {
        return sums(tx, tenant, ranking).entrySet().stream()
                .filter(sum -> sum.getValue().asked() >= ranking.atLeast())
                .filter(sum -> sum.getValue().weighedBy(ranking.weights()) > 0)
                .sorted(Comparator.comparing((Map.Entry<Words, QueryCounts> sum) ->
                                -sum.getValue().weighedBy(ranking.weights()))
                        .thenComparing(sum -> -sum.getValue().asked())
                        .thenComparing(Map.Entry.comparingByKey(BY_WORDS)))
                .limit(limit)
                .map(sum -> new QueryGap(sum.getKey().query(), sum.getKey().language(), sum.getValue()))
                .toList();
    }

    @Override
    public QueryTotals totals(Tx tx, TenantId tenant, QueryRanking ranking) {
        List<Long> sums = sums(tx, tenant, ranking).values().stream()
                .map(QueryCounts::asked)
                .toList();
        return new QueryTotals(
                sums.stream().mapToLong(sum -> sum).sum(),
                sums.stream()
                        .mapToLong(sum -> sum)
                        .filter(sum -> sum >= ranking.atLeast())
                        .sum());
    }

    @Override
    public int purge(Tx tx, TenantId tenant, long beforeDay, long asked, int limit) {
        QueryRanking ever = new QueryRanking(Long.MIN_VALUE, Long.MAX_VALUE, 0, QueryCounts.none());
        Map<Words, QueryCounts> sums = sums(tx, tenant, ever);
        List<Key> old = of(tx, tenant)
                .map(Key::of)
                .filter(key -> key.day() < beforeDay)
                .filter(key ->
                        sums.getOrDefault(key.words(), QueryCounts.none()).asked() < asked)
                .limit(limit)
                .toList();
        return (int) old.stream().filter(key -> days.delete(tx, key)).count();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return days.all(tx)
                .map(row -> row.getKey().tenant())
                .distinct()
                .filter(tenant -> tenant.value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private Map<Words, QueryCounts> sums(Tx tx, TenantId tenant, QueryRanking ranking) {
        Map<Words, QueryCounts> sums = new TreeMap<>(BY_WORDS);
        of(tx, tenant)
                .filter(day -> day.day() >= ranking.firstDay() && day.day() <= ranking.lastDay())
                .forEach(day -> sums.merge(Key.of(day).words(), day.counts(), QueryCounts::plus));
        return sums;
    }

    private Stream<StoredQueryDay> of(Tx tx, TenantId tenant) {
        return days.from(tx, new Key(tenant, Long.MIN_VALUE, new Words("", LanguageTag.GERMAN)))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }

    private record Words(String query, LanguageTag language) {}

    private record Key(TenantId tenant, long day, Words words) {
        static Key of(StoredQueryDay counted) {
            return new Key(counted.tenant(), counted.day(), new Words(counted.query(), counted.language()));
        }
    }
}
