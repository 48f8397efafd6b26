// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.StoredSlug;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What articles are called, in memory. */
final class MemorySlugStore implements SlugStore {
    private static final Comparator<StoredSlug> IN_ORDER = Comparator.comparing(StoredSlug::language)
            .thenComparing(Comparator.comparing(StoredSlug::since).reversed())
            .thenComparing(StoredSlug::slug);

    /** Stands before every other language. */
    private static final LanguageTag FIRST = LanguageTag.of("aa");

    private final MemoryTable<Key, StoredSlug> table;

    MemorySlugStore(Memory memory) {
        table = memory.table(
                "kb.slug",
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(key -> key.language().toString())
                        .thenComparing(Key::slug));
    }

    @Override
    public Optional<StoredSlug> find(Tx tx, Scope scope, LanguageTag language, String slug) {
        return table.find(tx, new Key(scope.tenant(), language, slug));
    }

    @Override
    public boolean insert(Tx tx, StoredSlug slug) {
        return table.insert(tx, new Key(slug.tenant(), slug.language(), slug.slug()), slug);
    }

    @Override
    public boolean delete(Tx tx, Scope scope, ArticleId article, LanguageTag language, String slug) {
        Key key = new Key(scope.tenant(), language, slug);
        boolean isIts = table.findForUpdate(tx, key)
                .filter(found -> found.article().equals(article))
                .isPresent();
        return isIts && table.delete(tx, key);
    }

    @Override
    public List<StoredSlug> list(Tx tx, Scope scope, ArticleId article) {
        return table.from(tx, new Key(scope.tenant(), FIRST, ""))
                .map(Map.Entry::getValue)
                .takeWhile(found -> found.tenant().equals(scope.tenant()))
                .filter(found -> found.article().equals(article))
                .sorted(IN_ORDER)
                .toList();
    }

    private record Key(TenantId tenant, LanguageTag language, String slug) {}
}
