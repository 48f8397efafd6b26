// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Articles as editors see them, in memory. */
final class MemoryArticleStore implements ArticleStore {
    private final ArticleRows rows;
    private final MemoryTable<Place, ArticleId> bySource;

    MemoryArticleStore(Memory memory, ArticleRows rows) {
        this.rows = rows;
        this.bySource = memory.table(
                "kb.article-source",
                Comparator.comparing((Place place) -> place.tenant().value())
                        .thenComparing(Place::source)
                        .thenComparing(Place::path));
    }

    @Override
    public Optional<StoredArticle> find(Tx tx, Scope scope, ArticleId id) {
        return rows.table().find(tx, ArticleRows.Key.of(scope.tenant(), id)).filter(found -> covers(scope, found));
    }

    @Override
    public Optional<StoredArticle> findForUpdate(Tx tx, Scope scope, ArticleId id) {
        if (find(tx, scope, id).isEmpty()) {
            return Optional.empty();
        }
        return rows.table()
                .findForUpdate(tx, ArticleRows.Key.of(scope.tenant(), id))
                .filter(found -> covers(scope, found));
    }

    @Override
    public Optional<StoredArticle> findBySource(Tx tx, Scope scope, SourceKey source) {
        return bySource.find(tx, Place.of(scope.tenant(), source)).flatMap(id -> find(tx, scope, id));
    }

    @Override
    public boolean insert(Tx tx, StoredArticle article) {
        ArticleRows.Key key = ArticleRows.Key.of(article.tenant(), article.id());
        SourceKey source = article.source();
        if (rows.table().findForUpdate(tx, key).isPresent()) {
            return false;
        }
        if (source != null && !bySource.insert(tx, Place.of(article.tenant(), source), article.id())) {
            return false;
        }
        return rows.table().insert(tx, key, article);
    }

    @Override
    public boolean update(Tx tx, StoredArticle article) {
        ArticleRows.Key key = ArticleRows.Key.of(article.tenant(), article.id());
        boolean expected = rows.table()
                .findForUpdate(tx, key)
                .filter(now -> now.version() == article.version() - 1 && Objects.equals(now.source(), article.source()))
                .isPresent();
        if (expected) {
            rows.table().put(tx, key, article);
        }
        return expected;
    }

    @Override
    public List<StoredArticle> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        return rows.ofTenant(tx, scope.tenant(), after)
                .filter(found -> covers(scope, found))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredArticle> listOf(Tx tx, Scope scope, Set<ArticleId> ids) {
        return ids.stream().flatMap(id -> find(tx, scope, id).stream()).toList();
    }

    @Override
    public List<StoredArticle> listBySource(Tx tx, Scope scope, String source, @Nullable Keyset after, int limit) {
        String path = after == null ? "" : after.id();
        return bySource.after(tx, new Place(scope.tenant(), source, path))
                .takeWhile(row -> row.getKey().isOf(scope.tenant(), source))
                .map(Map.Entry::getValue)
                .flatMap(id -> find(tx, scope, id).stream())
                .limit(limit)
                .toList();
    }

    private static boolean covers(Scope scope, StoredArticle article) {
        return article.isWithin(scope);
    }

    private record Place(TenantId tenant, String source, String path) {
        static Place of(TenantId tenant, SourceKey key) {
            return new Place(tenant, key.source(), key.path());
        }

        boolean isOf(TenantId owner, String name) {
            return tenant.equals(owner) && source.equals(name);
        }
    }
}
