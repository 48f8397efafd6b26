// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.spi.IndexProgress;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Shows the last commit of an index, or what has been written since. An index that is damaged, or of another schema or a Lucene that can't be read, is not
 * readable until it has been written anew. Thread-safe.
 */
final class IndexViews implements AutoCloseable {
    private final Directory directory;
    private final KeptViews kept;
    private volatile @Nullable SearcherManager shown;
    private @Nullable IndexWriter written;
    private IndexProgress taken = new IndexProgress(LogPosition.START, Set.of());
    private volatile boolean unreadable;
    private volatile boolean closed;

    IndexViews(Directory directory, KeptViews kept) {
        this.directory = directory;
        this.kept = kept;
    }

    /** Looks at one state of the index. */
    interface Look<T> {
        /** Returns what it sees. */
        T at(IndexView view) throws IOException;
    }

    /** Returns whether there is an index that can be read. */
    boolean isReadable() throws IOException {
        return open() != null;
    }

    /** Returns whether nothing was ever written. */
    boolean isNew() throws IOException {
        return open() == null && !unreadable;
    }

    /** Looks at what is shown; {@code search.index-unreadable} if it can't be read, and {@code isReadable} then says so. */
    <T> T in(Look<T> look) throws IOException {
        SearcherManager manager = open();
        if (manager == null) {
            throw new PortalException.StorageFailure("search.index-unreadable", true, null);
        }
        IndexSearcher searcher = manager.acquire();
        try {
            return look.at((IndexView) searcher);
        } catch (IOException e) {
            if (isDamage(e)) {
                giveUp();
            }
            throw e;
        } finally {
            manager.release(searcher);
        }
    }

    /**
     * Looks at what is shown and then at what was shown before and is kept, the youngest first, until something is seen.
     */
    <T> Optional<T> inFirst(Look<Optional<T>> look) throws IOException {
        Optional<T> seen = in(look);
        List<IndexView> earlier = seen.isEmpty() ? kept.of(this) : List.of();
        try {
            for (IndexView view : earlier) {
                seen = seen.isEmpty() ? look.at(view) : seen;
            }
            return seen;
        } finally {
            earlier.forEach(IndexView::letGo);
        }
    }

    /** Notes that somebody takes pages of a view. */
    void paged(IndexView view) {
        view.paged();
        kept.used(view);
    }

    /** Returns whether somebody may go on in what was shown before. */
    boolean hasPaged() {
        return kept.hasPaged(this);
    }

    /** Shows all that was written here, committed or not, and how far that has come. */
    synchronized void show(IndexWriter writer, IndexProgress progress) throws IOException {
        IndexView before = held();
        try {
            showNow(writer, progress);
        } finally {
            keep(before);
        }
    }

    private @Nullable IndexView held() throws IOException {
        SearcherManager manager = shown;
        return manager == null ? null : (IndexView) manager.acquire();
    }

    /** What is still shown, or can't be shown any more, needs not be kept. */
    private void keep(@Nullable IndexView before) throws IOException {
        IndexView now = held();
        if (now != null) {
            now.letGo();
        }
        if (before != null && now != null && before != now) {
            kept.keep(this, before);
        } else if (before != null) {
            before.letGo();
        }
    }

    private void showNow(IndexWriter writer, IndexProgress progress) throws IOException {
        unreadable = false;
        taken = progress;
        SearcherManager manager = shown;
        if (manager != null && writer.equals(written)) {
            manager.maybeRefreshBlocking();
            advance(manager, progress);
            return;
        }
        shown = new SearcherManager(RememberingReader.of(DirectoryReader.open(writer)), new WrittenViews());
        written = writer;
        if (manager != null) {
            manager.close();
        }
    }

    /** Shows the last commit again, when it is next looked at. */
    synchronized void forget() throws IOException {
        SearcherManager manager = shown;
        shown = null;
        written = null;
        kept.forget(this);
        if (manager != null) {
            manager.close();
        }
    }

    /** Where nothing was written, no new view is made, and the one that is shown holds that far as well. */
    private static void advance(SearcherManager manager, IndexProgress progress) throws IOException {
        IndexSearcher searcher = manager.acquire();
        try {
            ((IndexView) searcher).hasCome(progress);
        } finally {
            manager.release(searcher);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        forget();
    }

    private @Nullable SearcherManager open() throws IOException {
        SearcherManager manager = shown;
        return manager != null || unreadable ? manager : openNow();
    }

    private synchronized @Nullable SearcherManager openNow() throws IOException {
        if (closed) {
            throw new IllegalStateException("The search index is closed");
        }
        if (shown == null && !unreadable && DirectoryReader.indexExists(directory)) {
            try {
                shown = checked();
            } catch (IOException | IllegalArgumentException e) {
                if (e instanceof IOException failure && !isDamage(failure)) {
                    throw failure;
                }
                unreadable = true;
            }
        }
        return shown;
    }

    private SearcherManager checked() throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        try {
            if (!CommitData.of(reader.getIndexCommit().getUserData()).isReadable()) {
                throw new IndexNotFoundException("Written with another schema");
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader segment) {
                    segment.checkIntegrity();
                }
            }
            return new SearcherManager(RememberingReader.of(reader), new Views());
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private synchronized void giveUp() throws IOException {
        unreadable = true;
        forget();
    }

    private static boolean isDamage(IOException e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof IndexNotFoundException
                || e instanceof EOFException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException;
    }

    /** Makes a view of each commit. */
    private static final class Views extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
            DirectoryReader committed = (DirectoryReader) reader;
            return new IndexView(
                    committed,
                    CommitData.of(committed.getIndexCommit().getUserData()).progress());
        }
    }

    /** Makes a view of what was written; while it is made, nothing else is written. */
    private final class WrittenViews extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
            return new IndexView((DirectoryReader) reader, taken);
        }
    }
}
