// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The index of one tenant, opened when it is first used. Thread-safe: searches wait for no writer, writers for each other.
 */
final class TenantIndex implements AutoCloseable {
    private final Directory directory;
    private final Languages languages;
    private final IndexViews views;
    private final ChangeWriter writer;

    TenantIndex(Directory directory, Languages languages) {
        this.directory = directory;
        this.languages = languages;
        views = new IndexViews(directory);
        writer = new ChangeWriter(directory, languages);
    }

    /** Returns how far it has come; empty when there is nothing that can be read. */
    Optional<IndexProgress> progress() throws IOException {
        return views.isReadable() ? Optional.of(views.in(IndexView::progress)) : Optional.empty();
    }

    /** Searches what was shown last; nothing where nothing was ever written. */
    IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) throws IOException {
        if (views.isNew()) {
            return IndexAnswer.nothing();
        }
        return views.in(view -> {
            Readership readership = Readership.of(tenant, query.visible(), view);
            return IndexSearch.of(view, languages, query, readership).answer(after, limit);
        });
    }

    /** Writes changes and shows them. */
    synchronized void update(List<SearchChange> changes, IndexProgress progress) throws IOException {
        if (!views.isReadable()) {
            writer.clear();
        }
        writer.update(changes, progress);
        views.refresh();
    }

    /** Writes everything anew and shows it; what was shown stays until then. */
    synchronized void rebuild(Consumer<Consumer<SearchChange>> source, IndexProgress progress) throws IOException {
        if (!views.isReadable()) {
            writer.clear();
        }
        writer.rebuild(source, progress);
        views.refresh();
    }

    @Override
    public synchronized void close() throws IOException {
        try (directory;
                views;
                writer) {
            // closed in the order from right to left
        }
    }
}
