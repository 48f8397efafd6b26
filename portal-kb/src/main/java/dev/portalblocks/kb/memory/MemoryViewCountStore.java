// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ViewCount;
import dev.portalblocks.kb.model.ViewPeriod;
import dev.portalblocks.kb.model.ViewedArticle;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewCount;
import dev.portalblocks.kb.spi.ViewCountStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How often articles were seen, in memory. */
final class MemoryViewCountStore implements ViewCountStore {
    private record Key(TenantId tenant, LocalDate day, String article, long revision) {
        static Key of(StoredViewCount count) {
            return new Key(count.tenant(), count.day(), count.article().toString(), count.revision());
        }
    }

    private final ViewRows views;
    private final ArticleRows articles;
    private final MemoryTable<Key, StoredViewCount> counts;

    MemoryViewCountStore(Memory memory, ViewRows views, ArticleRows articles) {
        this.views = views;
        this.articles = articles;
        counts = memory.table(
                "kb.view-count",
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(Key::day)
                        .thenComparing(Key::article)
                        .thenComparing(Key::revision));
    }

    @Override
    public void add(Tx tx, StoredViewCount more) {
        Key key = Key.of(more);
        long before = counts.findForUpdate(tx, key).map(StoredViewCount::views).orElse(0L);
        counts.put(
                tx,
                key,
                new StoredViewCount(more.tenant(), more.article(), more.revision(), more.day(), before + more.views()));
    }

    @Override
    public List<ViewCount> count(Tx tx, Scope scope, ArticleId article, ViewPeriod period) {
        if (!isCovered(tx, scope, article)) {
            return List.of();
        }
        Map<LocalDate, Map<Long, Long>> sums = all(tx, scope.tenant(), period)
                .filter(count -> count.article().equals(article))
                .collect(Collectors.groupingBy(
                        StoredViewCount::day,
                        TreeMap::new,
                        Collectors.groupingBy(
                                StoredViewCount::revision,
                                TreeMap::new,
                                Collectors.summingLong(StoredViewCount::views))));
        return sums.entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(revision -> new ViewCount(day.getKey(), revision.getKey(), revision.getValue())))
                .toList();
    }

    @Override
    public List<ViewedArticle> most(Tx tx, Scope scope, ViewPeriod period, @Nullable Keyset after, int limit) {
        Map<ArticleId, Long> sums = all(tx, scope.tenant(), period)
                .collect(Collectors.groupingBy(
                        StoredViewCount::article, Collectors.summingLong(StoredViewCount::views)));
        return sums.entrySet().stream()
                .map(sum -> new ViewedArticle(sum.getKey(), sum.getValue()))
                .filter(seen -> after == null || ViewCountStore.place(seen).compareTo(after) > 0)
                .filter(seen -> isCovered(tx, scope, seen.article()))
                .sorted(Comparator.comparing(ViewCountStore::place))
                .limit(limit)
                .toList();
    }

    @Override
    public int purge(Tx tx, TenantId tenant, LocalDate before, int limit) {
        List<Key> old = ofTenant(tx, tenant)
                .map(Key::of)
                .takeWhile(key -> key.day().isBefore(before))
                .limit(limit)
                .toList();
        return (int) old.stream().filter(key -> counts.delete(tx, key)).count();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        return counts.all(tx)
                .map(row -> row.getKey().tenant())
                .distinct()
                .filter(tenant -> tenant.value().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    /** Returns whether somebody saw the article on this day or later. */
    boolean isSeen(Tx tx, TenantId tenant, ArticleId article, LocalDate from) {
        return all(tx, tenant, new ViewPeriod(from, LocalDate.MAX))
                .anyMatch(count -> count.article().equals(article));
    }

    /** What is counted, and each view that is not as a count of one. */
    private Stream<StoredViewCount> all(Tx tx, TenantId tenant, ViewPeriod period) {
        return Stream.concat(ofTenant(tx, tenant), views.ofTenant(tx, tenant).map(MemoryViewCountStore::one))
                .filter(count ->
                        !count.day().isBefore(period.first()) && !count.day().isAfter(period.last()));
    }

    private static StoredViewCount one(StoredView view) {
        return new StoredViewCount(view.tenant(), view.article(), view.revision(), view.day(), 1);
    }

    private Stream<StoredViewCount> ofTenant(Tx tx, TenantId tenant) {
        return counts.from(tx, new Key(tenant, LocalDate.MIN, "", Long.MIN_VALUE))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }

    private boolean isCovered(Tx tx, Scope scope, ArticleId article) {
        return articles.table()
                .find(tx, ArticleRows.Key.of(scope.tenant(), article))
                .filter(found -> found.isWithin(scope))
                .isPresent();
    }
}
