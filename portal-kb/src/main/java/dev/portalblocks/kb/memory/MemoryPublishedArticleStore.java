// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.Revision;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles as readers see them, in memory. */
final class MemoryPublishedArticleStore implements PublishedArticleStore {
    private final ArticleRows rows;

    MemoryPublishedArticleStore(ArticleRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<PublishedArticle> find(Tx tx, Scope scope, ArticleId id) {
        return rows.table()
                .find(tx, ArticleRows.Key.of(scope.tenant(), id))
                .flatMap(found -> visible(scope, found).findFirst());
    }

    @Override
    public List<PublishedArticle> list(
            Tx tx, Scope scope, @Nullable CategoryId category, @Nullable Keyset after, int limit) {
        return rows.ofTenant(tx, scope.tenant(), after)
                .flatMap(found -> visible(scope, found))
                .filter(found -> category == null
                        || found.revision().content().categories().contains(category))
                .limit(limit)
                .toList();
    }

    @Override
    public Map<CategoryId, Integer> countByCategory(Tx tx, Scope scope) {
        Map<CategoryId, Integer> counts = new HashMap<>();
        rows.ofTenant(tx, scope.tenant(), null)
                .flatMap(found -> visible(scope, found))
                .flatMap(found -> found.revision().content().categories().stream())
                .forEach(category -> counts.merge(category, 1, Integer::sum));
        return Map.copyOf(counts);
    }

    private static Stream<PublishedArticle> visible(Scope scope, StoredArticle article) {
        Revision published = article.parts().published();
        boolean covered = article.publishedLabel().filter(scope::covers).isPresent();
        return covered && published != null ? Stream.of(new PublishedArticle(article.id(), published)) : Stream.empty();
    }
}
