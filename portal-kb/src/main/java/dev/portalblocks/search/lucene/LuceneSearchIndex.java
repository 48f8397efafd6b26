// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The search on Lucene: one index for each tenant, in memory or in a folder, opened when it is first used.
 *
 * <p>Texts are found as their language is spoken: German with umlauts and ß in any spelling, without endings, and with the
 * parts of compounds at half the weight of words; English without endings; the other languages as far as Lucene knows
 * them. Scores come from the statistics of exactly those documents that the reader may see, so they tell nothing of
 * others.
 *
 * <p>Each update is a commit of its own. An index that is damaged, or was written with another schema, has no position,
 * and a search in it throws {@code StorageFailure} with {@code search.index-unreadable} until it has been rebuilt. Other
 * failures of the disk are {@code search.index-failed}. A folder belongs to one process at a time. After {@code close}
 * every call throws {@code IllegalStateException}. Thread-safe.
 */
public final class LuceneSearchIndex implements SearchIndex {
    private final IndexFolder folder;
    private final Languages languages = new Languages();
    private final Map<TenantId, TenantIndex> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private LuceneSearchIndex(IndexFolder folder) {
        this.folder = folder;
    }

    /** Returns an index that is gone when it is closed. */
    public static LuceneSearchIndex inMemory() {
        return new LuceneSearchIndex(IndexFolder.inMemory());
    }

    /** Returns the indexes in this folder, which is made when something is written. */
    public static LuceneSearchIndex in(Path directory) {
        return new LuceneSearchIndex(IndexFolder.in(directory));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    @Override
    public Optional<LogPosition> position(TenantId tenant) {
        return guarded(() -> {
            TenantIndex index = existing(tenant);
            return index == null ? Optional.<LogPosition>empty() : index.position();
        });
    }

    @Override
    public void update(TenantId tenant, List<SearchChange> changes, LogPosition position) {
        guarded(() -> {
            of(tenant).update(changes, position);
            return position;
        });
    }

    @Override
    public void rebuild(TenantId tenant, Consumer<Consumer<SearchChange>> writer, LogPosition position) {
        guarded(() -> {
            of(tenant).rebuild(writer, position);
            return position;
        });
    }

    @Override
    public List<RankedHit> search(Scope scope, IndexQuery query, @Nullable Keyset after, int limit) {
        return guarded(() -> {
            TenantIndex index = existing(scope.tenant());
            return index == null ? List.<RankedHit>of() : index.search(scope, query, after, limit);
        });
    }

    /** Closes every index; waits for what is being written. Searches that have begun end as usual. */
    @Override
    public void close() {
        closed = true;
        for (TenantIndex index : open.values()) {
            try {
                index.close();
            } catch (IOException e) {
                throw failed(e);
            }
        }
    }

    private @Nullable TenantIndex existing(TenantId tenant) throws IOException {
        TenantIndex index = open.get(tenant);
        return index == null && folder.keeps(tenant) ? of(tenant) : index;
    }

    private TenantIndex of(TenantId tenant) throws IOException {
        try {
            return open.computeIfAbsent(tenant, this::opened);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private TenantIndex opened(TenantId tenant) {
        try {
            return new TenantIndex(folder.open(tenant), languages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T guarded(Work<T> work) {
        if (closed) {
            throw new IllegalStateException("The search index is closed");
        }
        try {
            return work.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static PortalException failed(IOException e) {
        return new PortalException.StorageFailure("search.index-failed", true, e);
    }
}
