// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.WriteBehindIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * The search on Lucene: one index for each tenant, in memory or in a folder. It is opened when it is first used, and closed
 * when it was not used between two calls of {@code flush}, or when too many are open.
 *
 * <p>Texts are found as their language is spoken: German with umlauts and ß in any spelling, without endings, and with the
 * parts of compounds at half the weight of words; English without endings; the other languages as far as Lucene knows
 * them. Scores come from the statistics of exactly those documents that the reader may see, so they tell nothing of
 * others.
 *
 * <p>An update is shown at once, and committed with {@code flush}, after 1,000 changed objects, and when the index is closed. An
 * index that is damaged, or was written with another schema or a Lucene that can't be read, has made no progress, and a
 * search in it throws {@code StorageFailure} with {@code search.index-unreadable} until it has been rebuilt. Where the folder
 * can't be written, searches go on in what is there, and updates throw {@code search.index-read-only}, {@code
 * search.index-full}, {@code search.index-locked} while another process writes it, or {@code search.index-failed}; the log
 * brings later what was missed. A folder belongs to one process at a time. After {@code close} every call throws {@code
 * IllegalStateException}. Thread-safe.
 */
public final class LuceneSearchIndex implements WriteBehindIndex, AnsweringIndex {
    /** How many tenants' indexes are open at once, unless more are in use. */
    public static final int MOST_OPEN = 100;
    /** The most clauses that a text becomes, however long it is; what decides who may see what comes besides. */
    public static final int MAX_CLAUSES = 480;
    /**
     * The most terms in all of these clauses together: words and their forms, parts and pieces, what they are corrected to
     * (three words for one, of eight words), and what a word that is being typed begins (32 words of the texts).
     */
    public static final int MAX_TERMS = 8192;

    /** How many earlier states of a tenant's index are kept at most for readers who go on to further pages. */
    public static final int MOST_VIEWS_OF_TENANT = 16;
    /** How many are kept of all tenants together. */
    public static final int MOST_VIEWS = 128;
    /** During so many flushes a state is kept that nobody takes a page of: five minutes, as the task {@code search.flush} runs. */
    public static final int VIEWS_OUTLIVE = 10;

    private final OpenIndexes indexes;

    private LuceneSearchIndex(IndexFolder folder, Languages languages, int mostOpen) {
        if (mostOpen < 1) {
            throw new IllegalArgumentException("At least one index is open");
        }
        indexes = new OpenIndexes(folder, languages, mostOpen);
    }

    /** Returns an index that is gone when it is closed. */
    public static LuceneSearchIndex inMemory() {
        return inMemory(WordWeights.CHOSEN);
    }

    /** Returns one that weighs words otherwise, to measure what that changes. */
    static LuceneSearchIndex inMemory(WordWeights weights) {
        return new LuceneSearchIndex(IndexFolder.inMemory(), new Languages(weights), MOST_OPEN);
    }

    /** Returns the indexes in this folder, which is made when something is written. */
    public static LuceneSearchIndex in(Path directory) {
        return in(directory, MOST_OPEN);
    }

    /** Returns the indexes in this folder, of which so many are open at once unless more are in use; 1 or more. */
    public static LuceneSearchIndex in(Path directory, int mostOpen) {
        return in(IndexFolder.in(directory), mostOpen);
    }

    /** Returns the indexes in this folder. */
    static LuceneSearchIndex in(IndexFolder folder, int mostOpen) {
        return new LuceneSearchIndex(folder, new Languages(), mostOpen);
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    @Override
    public Optional<IndexProgress> progress(TenantId tenant) {
        return guarded(() -> indexes.progress(tenant));
    }

    @Override
    public void update(TenantId tenant, List<SearchChange> changes, IndexProgress progress) {
        guarded(() -> indexes.in(tenant, index -> {
            index.update(changes, progress);
            return progress;
        }));
    }

    @Override
    public void rebuild(
            TenantId tenant, Set<String> keeping, Consumer<Consumer<SearchChange>> writer, IndexProgress progress) {
        guarded(() -> indexes.in(tenant, index -> {
            index.rebuild(keeping, writer, progress);
            return progress;
        }));
    }

    @Override
    public IndexAnswer search(TenantId tenant, IndexQuery query, @Nullable Keyset after, int limit) {
        if (after != null) {
            return guarded(() -> indexes.in(known(tenant), index -> index.searchAfter(query, after, limit)));
        }
        return guarded(() ->
                indexes.has(tenant) ? indexes.in(tenant, index -> index.search(query, limit)) : IndexAnswer.nothing());
    }

    /** Commits what was updated, and closes the indexes that were not used since the last call. */
    @Override
    public void flush() {
        guarded(() -> {
            indexes.flush();
            return true;
        });
    }

    @Override
    public List<Suggestion> suggest(TenantId tenant, IndexQuery query, int limit) {
        return guarded(() ->
                indexes.has(tenant) ? indexes.in(tenant, index -> index.suggest(query, limit)) : List.<Suggestion>of());
    }

    @Override
    public List<AnswerPassage> answers(TenantId tenant, IndexQuery query, int limit) {
        return guarded(() -> indexes.has(tenant)
                ? indexes.in(tenant, index -> index.answers(query, limit))
                : List.<AnswerPassage>of());
    }

    /** Commits and closes every index; waits for what is being written. Searches that have begun end as usual. */
    @Override
    public void close() {
        try {
            indexes.close();
        } catch (IOException e) {
            throw IndexFailures.named(e);
        }
    }

    /** A tenant without an index has no places in it either. */
    private TenantId known(TenantId tenant) {
        if (!indexes.has(tenant)) {
            throw TenantIndex.expired();
        }
        return tenant;
    }

    /** Returns how many earlier states are kept open. */
    int keptViews() {
        return indexes.keptViews();
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (IOException | AlreadyClosedException e) {
            throw IndexFailures.named(e);
        }
    }
}
