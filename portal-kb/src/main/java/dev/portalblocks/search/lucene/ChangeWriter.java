// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Writes changes, each call as one commit that also says how far the log has been read. What fails is rolled back to the
 * commit before. For one thread at a time.
 */
final class ChangeWriter implements AutoCloseable {
    private final Directory directory;
    private final Documents documents;
    private final SchemaAnalyzer analyzer;
    private @Nullable IndexWriter writer;

    ChangeWriter(Directory directory, Languages languages) {
        this.directory = directory;
        documents = new Documents(languages);
        analyzer = new SchemaAnalyzer(languages);
    }

    private interface Work {
        void in(IndexWriter writer) throws IOException;
    }

    /** Removes what an unreadable index left. */
    void clear() throws IOException {
        close();
        for (String file : directory.listAll()) {
            if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                directory.deleteFile(file);
            }
        }
    }

    /** Replaces the documents of each object. */
    void update(List<SearchChange> changes, IndexProgress progress) throws IOException {
        commit(progress, into -> {
            for (SearchChange change : changes) {
                if (change.documents().isEmpty()) { // an update by no document leaves Lucene's accounts open
                    into.deleteDocuments(Documents.key(change.object()));
                } else {
                    into.updateDocuments(Documents.key(change.object()), documentsOf(change));
                }
            }
        });
    }

    /** Replaces everything by what the source hands over. */
    void rebuild(Consumer<Consumer<SearchChange>> source, IndexProgress progress) throws IOException {
        commit(progress, into -> {
            into.deleteAll();
            try {
                source.accept(change -> add(into, change));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    @Override
    public void close() throws IOException {
        IndexWriter open = writer;
        writer = null;
        if (open != null) {
            open.rollback();
        }
    }

    // One commit for each call. Whoever gathers several calls into one commit does it here: the progress goes with
    // them.
    private void commit(IndexProgress progress, Work work) throws IOException {
        IndexWriter open = open();
        boolean committed = false;
        try {
            work.in(open);
            open.setLiveCommitData(CommitData.at(progress).entries().entrySet());
            open.commit();
            committed = true;
        } finally {
            if (!committed) {
                close();
            }
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
                    .setCommitOnClose(false);
            open = new IndexWriter(directory, config);
            writer = open;
        }
        return open;
    }
}
