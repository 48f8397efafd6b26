// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import java.io.IOException;
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
 * <p>Each update is a commit of its own. An index that is damaged, or was written with another schema, has made no progress,
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
    public Optional<IndexProgress> progress(TenantId tenant) {
        return guarded(() -> {
            TenantIndex index = existing(tenant);
            return index == null ? Optional.<IndexProgress>empty() : index.progress();
        });
    }

    @Override
    public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
        guarded(() -> {
            of(tenant).update(changes, progress);
            return progress;
        });
    }

    @Override
    public void rebuild(TenantId tenant, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
        guarded(() -> {
            of(tenant).rebuild(writer, progress);
            return progress;
        });
    }

    @Override
    public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
        return guarded(() -> {
            TenantIndex index = existing(tenant);
            return index == null ? IndexAnswer.nothing() : index.search(tenant, query, after, limit);
        });
    }

    /** Closes every index; waits for what is being written. Searches that have begun end as usual. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        IOException failure = null;
        for (TenantIndex index : open.values()) {
            failure = close(index, failure);
        }
        if (failure != null) {
            throw failed(failure);
        }
    }

    private static @Nullable IOException close(TenantIndex index, @Nullable IOException earlier) {
        try {
            index.close();
            return earlier;
        } catch (IOException e) {
            if (earlier == null) {
                return e;
            }
            earlier.addSuppressed(e);
            return earlier;
        }
    }

    private @Nullable TenantIndex existing(TenantId tenant) throws IOException {
        TenantIndex index = open.get(tenant);
        return index == null && folder.keeps(tenant) ? of(tenant) : index;
    }

    private TenantIndex of(TenantId tenant) throws IOException {
        TenantIndex index = open.get(tenant);
        return index == null ? opened(tenant) : index;
    }

    /** Nothing is opened behind the back of who closes: what {@code close} does not find is never opened. */
    private synchronized TenantIndex opened(TenantId tenant) throws IOException {
        requireOpen();
        TenantIndex index = open.get(tenant);
        if (index == null) {
            index = new TenantIndex(folder.open(tenant), languages);
            open.put(tenant, index);
        }
        return index;
    }

    private <T> T guarded(Work<T> work) {
        requireOpen();
        try {
            return work.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The search index is closed");
        }
    }

    private static PortalException failed(IOException e) {
        return new PortalException.StorageFailure("search.index-failed", true, e);
    }
}
