// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.StoredArticle;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles as those look at them who answer for them, in memory. */
final class MemoryArticleCareStore implements ArticleCareStore {
    private final ArticleRows rows;

    MemoryArticleCareStore(ArticleRows rows) {
        this.rows = rows;
    }

    @Override
    public List<StoredArticle> listOwned(Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit) {
        return rows.ofTenant(tx, scope.tenant(), after)
                .filter(found ->
                        found.isWithin(scope) && owner.equals(found.settings().owner()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredArticle> listDue(
            Tx tx, Scope scope, LocalDate until, @Nullable String owner, @Nullable Keyset after, int limit) {
        return rows.ofTenant(tx, scope.tenant(), null)
                .filter(found -> found.isWithin(scope) && isDue(found, until))
                .filter(found -> owner == null || owner.equals(found.settings().owner()))
                .filter(found -> after == null || ArticleCareStore.place(found).compareTo(after) > 0)
                .sorted(Comparator.comparing(ArticleCareStore::place))
                .limit(limit)
                .toList();
    }

    private static boolean isDue(StoredArticle article, LocalDate until) {
        LocalDate day = article.settings().reviewBy();
        return day != null && !day.isAfter(until);
    }
}
