// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.kb.spi.VoteStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Votes in memory. */
final class MemoryVoteStore implements VoteStore {
    private final VoteRows rows;

    MemoryVoteStore(VoteRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<StoredVote> find(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
        return rows.table()
                .find(tx, VoteRows.Key.of(scope.tenant(), customer, article, revision))
                .filter(found -> scope.covers(found.label()));
    }

    @Override
    public void put(Tx tx, StoredVote vote) {
        rows.table().put(tx, VoteRows.Key.of(vote), vote);
    }

    @Override
    public boolean delete(Tx tx, Scope scope, CustomerId customer, ArticleId article, long revision) {
        VoteRows.Key key = VoteRows.Key.of(scope.tenant(), customer, article, revision);
        boolean isCovered = rows.table()
                .findForUpdate(tx, key)
                .filter(found -> scope.covers(found.label()))
                .isPresent();
        return isCovered && rows.table().delete(tx, key);
    }

    @Override
    public List<StoredVote> listOf(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        return of(tx, scope, customer)
                .filter(found -> after == null || Keyset.ofId(found.id()).compareTo(after) > 0)
                .sorted(Comparator.comparing(found -> found.id().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public int deleteAllOf(Tx tx, Scope scope, CustomerId customer) {
        List<StoredVote> all = of(tx, scope, customer).toList();
        return (int) all.stream()
                .filter(vote -> rows.table().delete(tx, VoteRows.Key.of(vote)))
                .count();
    }

    private Stream<StoredVote> of(Tx tx, Scope scope, CustomerId customer) {
        return rows.ofTenant(tx, scope.tenant())
                .filter(found -> found.customer().equals(customer) && scope.covers(found.label()));
    }
}
