// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * The index of one tenant. What is written is shown at once and outlives the process with the next commit. Thread-safe:
 * searches wait for no writer, writers for each other.
 */
final class TenantIndex implements AutoCloseable {
    private final TenantId tenant;
    private final Directory directory;
    private final Languages languages;
    private final IndexViews views;
    private final ChangeWriter writer;

    TenantIndex(TenantId tenant, Directory directory, Languages languages, KeptViews kept) {
        this.tenant = tenant;
        this.directory = directory;
        this.languages = languages;
        views = new IndexViews(directory, kept);
        writer = new ChangeWriter(directory, languages);
    }

    private interface Write {
        IndexWriter run() throws IOException;
    }

    /** Returns how far it has come; empty when there is nothing that can be read. */
    Optional<IndexProgress> progress() throws IOException {
        return views.isReadable() ? Optional.of(views.in(IndexView::progress)) : Optional.empty();
    }

    /** Searches what was shown last; nothing where nothing was ever written. */
    IndexAnswer search(IndexQuery query, int limit) throws IOException {
        if (views.isNew()) {
            return IndexAnswer.nothing();
        }
        return views.in(view -> {
            Reading reading = Reading.first(seen(query, view), query.visible().now());
            return page(view, query, reading, null, limit);
        });
    }

    /** Goes on behind a place in the state that it was found in; {@code cursor.expired} where that is gone. */
    IndexAnswer searchAfter(IndexQuery query, Keyset after, int limit) throws IOException {
        ViewMark mark = ViewMark.of(after);
        Optional<IndexAnswer> answer = views.isNew()
                ? Optional.empty()
                : views.inFirst(view -> {
                    Readership now = seen(query, view);
                    Optional<Readership> first = view.readershipOf(mark, now);
                    return first.isEmpty()
                            ? Optional.empty()
                            : Optional.of(page(view, query, new Reading(first.get(), now, mark.now()), after, limit));
                });
        return answer.orElseThrow(TenantIndex::expired);
    }

    /** Returns what a place is refused with whose state is gone. */
    static PortalException expired() {
        return new PortalException.InvalidInput("cursor.expired");
    }

    private IndexAnswer page(IndexView view, IndexQuery query, Reading reading, @Nullable Keyset after, int limit)
            throws IOException {
        IndexAnswer answer = IndexSearch.of(view, languages, query, reading).answer(after, limit);
        boolean isFull = !answer.hits().isEmpty() && answer.hits().size() == limit;
        if (isFull || after != null) {
            views.paged(view);
        }
        return answer;
    }

    /** Returns whether somebody may go on in an earlier state of it. */
    boolean isPaged() {
        return views.hasPaged();
    }

    /** Suggests titles of what was shown last; none where nothing was ever written. */
    List<Suggestion> suggest(IndexQuery query, int limit) throws IOException {
        return views.isNew()
                ? List.of()
                : views.in(view -> TitleSuggestions.first(limit, view, languages, query, seen(query, view)));
    }

    /** Answers a message from what was shown last; with nothing where nothing was ever written. */
    List<AnswerPassage> answers(IndexQuery query, int limit) throws IOException {
        if (views.isNew()) {
            return List.of();
        }
        return views.in(view -> {
            Readership readership = seen(query, view);
            return AnswerSearch.of(view, languages, query, readership).answers(limit);
        });
    }

    private Readership seen(IndexQuery query, IndexView view) {
        return Readership.of(
                tenant, query.visible(), view.times(), view.progress().position());
    }

    /** Writes changes and shows them. */
    void update(List<SearchChange> changes, IndexProgress progress) throws IOException {
        write(progress, () -> writer.update(changes, progress));
    }

    /** Writes everything anew but the kinds to keep, and shows it; what was shown stays until then. */
    void rebuild(Set<String> keeping, Consumer<Consumer<SearchChange>> source, IndexProgress progress)
            throws IOException {
        write(progress, () -> writer.rebuild(keeping, source, progress));
    }

    /** Makes what was written outlive the process. */
    synchronized void flush() throws IOException {
        boolean isDone = false;
        try {
            writer.commit();
            isDone = true;
        } finally {
            if (!isDone) {
                goBack();
            }
        }
    }

    /** What fails sets both back to the last commit, the writer and what is shown. */
    private synchronized void write(IndexProgress progress, Write write) throws IOException {
        if (!views.isReadable()) {
            writer.clear();
        }
        boolean isDone = false;
        try {
            views.show(write.run(), progress);
            isDone = true;
        } finally {
            if (!isDone) {
                goBack();
            }
        }
    }

    private void goBack() throws IOException {
        try {
            views.forget();
        } finally {
            writer.discard();
        }
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
