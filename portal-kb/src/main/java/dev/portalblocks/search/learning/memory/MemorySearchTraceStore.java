// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.memory;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.search.learning.spi.EndedSearch;
import dev.portalblocks.search.learning.spi.SearchTraceStore;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.learning.spi.StoredSign;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Searches of the last half hour in memory. */
final class MemorySearchTraceStore implements SearchTraceStore {
    private static final Comparator<Key> BY_TOKEN =
            Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::token);

    private final MemoryTable<Key, StoredSearch> searches;
    private final MemoryTable<SignKey, StoredSign> signs;

    MemorySearchTraceStore(Memory memory) {
        searches = memory.table("search.trace", BY_TOKEN);
        signs = memory.table(
                "search.sign", Comparator.comparing(SignKey::of, BY_TOKEN).thenComparing(SignKey::kind));
    }

    @Override
    public boolean add(Tx tx, StoredSearch search) {
        return searches.insert(tx, new Key(search.tenant(), search.token()), search);
    }

    @Override
    public boolean sign(Tx tx, StoredSign sign) {
        return signs.insert(tx, new SignKey(new Key(sign.tenant(), sign.token()), sign.kind()), sign);
    }

    @Override
    public List<EndedSearch> takeEnded(Tx tx, TenantId tenant, Instant askedBefore, int limit) {
        return searches
                .from(tx, new Key(tenant, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .filter(row -> row.getValue().askedAt().isBefore(askedBefore))
                .sorted(Comparator.comparing((Map.Entry<Key, StoredSearch> row) ->
                                row.getValue().askedAt())
                        .thenComparing(Map.Entry.comparingByKey(BY_TOKEN)))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList()
                .stream()
                .flatMap(key -> taken(tx, key).stream())
                .toList();
    }

    /** Another transaction may have taken it before its lock was given to this one. */
    private Optional<EndedSearch> taken(Tx tx, Key key) {
        Optional<StoredSearch> search = searches.findForUpdate(tx, key);
        searches.delete(tx, key);
        return search.map(found -> new EndedSearch(found, takenSigns(tx, key)));
    }

    private Set<StoredSign> takenSigns(Tx tx, Key key) {
        Set<StoredSign> taken = new HashSet<>();
        for (StoredSign.Kind kind : StoredSign.Kind.values()) {
            SignKey sign = new SignKey(key, kind);
            signs.findForUpdate(tx, sign).ifPresent(taken::add);
            signs.delete(tx, sign);
        }
        return taken;
    }

    @Override
    public int dropSigns(Tx tx, TenantId tenant, Instant notedBefore, int limit) {
        List<SignKey> old = signs.all(tx)
                .filter(row -> row.getKey().of().tenant().equals(tenant))
                .filter(row -> row.getValue().notedAt().isBefore(notedBefore))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        return (int) old.stream().filter(key -> signs.delete(tx, key)).count();
    }

    @Override
    public List<TenantId> tenants(Tx tx, String after, int limit) {
        Stream<TenantId> asked = searches.all(tx).map(row -> row.getKey().tenant());
        Stream<TenantId> signed = signs.all(tx).map(row -> row.getKey().of().tenant());
        return Stream.concat(asked, signed)
                .distinct()
                .filter(tenant -> tenant.value().compareTo(after) > 0)
                .sorted(Comparator.comparing(TenantId::value))
                .limit(limit)
                .toList();
    }

    private record Key(TenantId tenant, String token) {}

    private record SignKey(Key of, StoredSign.Kind kind) {}
}
