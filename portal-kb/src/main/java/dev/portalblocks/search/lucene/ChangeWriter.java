// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes. A commit says how far the log has been read and holds all that was written until then; it takes tens of
 * milliseconds, so several calls share one. What fails leaves the last commit, which the log brings up to date again. For
 * one thread at a time.
 */
final class ChangeWriter implements AutoCloseable {
    /** So many changed objects are committed without being asked. */
    static final int MOST_UNCOMMITTED = 1_000;

    /** Fewer than Lucene's ten: what is written once is searched for a thousand times. */
    private static final int SEGMENTS_PER_TIER = 4;

    private final Directory directory;
    private final Documents documents;
    private final SchemaAnalyzer analyzer;
    private @Nullable IndexWriter writer;
    private @Nullable IndexProgress uncommitted;
    private int changesUncommitted;
    private boolean isNew;

    ChangeWriter(Directory directory, Languages languages) {
        this.directory = directory;
        documents = new Documents(languages);
        analyzer = new SchemaAnalyzer(languages);
    }

    /** Removes what an unreadable index left, unless another process writes it. */
    void clear() throws IOException {
        discard();
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    /** Replaces the documents of each object; returns where that can be read. */
    IndexWriter update(List<SearchChange> changes, IndexProgress progress) throws IOException {
        IndexWriter into = open();
        for (SearchChange change : changes) {
            if (change.documents().isEmpty()) { // an update by no document leaves Lucene's accounts open
                into.deleteDocuments(Documents.key(change.object()));
            } else {
                into.updateDocuments(Documents.key(change.object()), documentsOf(change));
            }
        }
        uncommitted = progress;
        changesUncommitted += changes.size();
        if (isNew || changesUncommitted >= MOST_UNCOMMITTED) {
            commit();
        }
        return into;
    }

    /**
     * Replaces everything but the kinds to keep by what the source hands over, and commits it, as what was there before;
     * returns where that can be read.
     */
    IndexWriter rebuild(Set<String> keeping, Consumer<Consumer<SearchChange>> source, IndexProgress progress)
            throws IOException {
        commit();
        IndexWriter into = open();
        if (keeping.isEmpty()) {
            into.deleteAll();
        } else {
            into.deleteDocuments(Readers.notOfTypes(keeping));
        }
        try {
            source.accept(change -> add(into, change));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        into.forceMerge(1); // every search looks up its words in each segment
        uncommitted = progress;
        commit();
        return into;
    }

    /** Makes what was written outlive the process. */
    void commit() throws IOException {
        IndexWriter open = writer;
        IndexProgress progress = uncommitted;
        if (open != null && progress != null) {
            open.setLiveCommitData(CommitData.at(progress).entries().entrySet());
            open.commit();
            uncommitted = null;
            changesUncommitted = 0;
            isNew = false;
        }
    }

    /** Goes back to the last commit. */
    void discard() throws IOException {
        IndexWriter open = writer;
        writer = null;
        uncommitted = null;
        changesUncommitted = 0;
        if (open != null) {
            open.rollback();
        }
    }

    /** Commits what was written. */
    @Override
    public void close() throws IOException {
        try {
            commit();
        } finally {
            discard();
        }
    }

    private void add(IndexWriter into, SearchChange change) {
        try {
            into.addDocuments(documentsOf(change));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Document> documentsOf(SearchChange change) {
        return change.documents().stream().map(documents::of).toList();
    }

    private IndexWriter open() throws IOException {
        IndexWriter open = writer;
        if (open == null) {
            IndexWriterConfig config = new IndexWriterConfig(analyzer)
                    .setMergeScheduler(new SerialMergeScheduler())
                    .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
                    .setCommitOnClose(false);
            isNew = !DirectoryReader.indexExists(directory);
            open = new IndexWriter(directory, config);
            writer = open;
        }
        return open;
    }
}
