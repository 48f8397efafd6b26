// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredVote;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** The one table of votes, which customers write and editors look at. */
final class VoteRows {
    /** A customer's vote for a revision. */
    record Key(TenantId tenant, String article, long revision, String customer) {
        static Key of(TenantId tenant, CustomerId customer, ArticleId article, long revision) {
            return new Key(tenant, article.toString(), revision, customer.value());
        }

        static Key of(StoredVote vote) {
            return of(vote.tenant(), vote.customer(), vote.article(), vote.revision());
        }
    }

    private final MemoryTable<Key, StoredVote> table;

    VoteRows(Memory memory) {
        table = memory.table(
                "kb.vote",
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(Key::article)
                        .thenComparing(Key::revision)
                        .thenComparing(Key::customer));
    }

    MemoryTable<Key, StoredVote> table() {
        return table;
    }

    /** Returns the votes of a tenant, those for an article together. */
    Stream<StoredVote> ofTenant(Tx tx, TenantId tenant) {
        return table.from(tx, new Key(tenant, "", 0, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue);
    }

    /** Returns the votes for an article. */
    Stream<StoredVote> ofArticle(Tx tx, TenantId tenant, ArticleId article) {
        String id = article.toString();
        return table.from(tx, new Key(tenant, id, 0, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant)
                        && row.getKey().article().equals(id))
                .map(Map.Entry::getValue);
    }
}
