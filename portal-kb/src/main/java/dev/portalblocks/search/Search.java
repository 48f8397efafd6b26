// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.FinishedSearch;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SearchRecorder;
import dev.portalblocks.search.spi.SearchSource;
import dev.portalblocks.search.spi.Visibility;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One search over what the portal's blocks publish, and what the host adds. Everybody finds what is published for an
 * audience that they belong to, as far as they may read it where it comes from; what is not does not exist for them.
 *
 * <p>The index follows the log of events: the task {@code search.follow} brings it up to date, and {@link #follow} does
 * so at once for one tenant.
 *
 * <p>Thread-safe.
 */
public final class Search {
    /** To search what is published. */
    public static final Permission SEARCH = Permission.forReaders("search.find");
    /** To bring the index up to date; programs have it. */
    public static final Permission FOLLOW = Permission.forStaff("search.follow");

    private static final Operation FIND = Operation.reading("search.find", SEARCH);
    private static final Operation SUGGEST = Operation.reading("search.suggest", SEARCH);
    private static final Operation ANSWER = Operation.reading("search.answer", SEARCH);
    private static final Operation CATCH_UP = Operation.reading("search.follow", FOLLOW);

    private final Operations operations;
    private final SearchIndex index;
    private final Sources sources;
    private final LanguageTag defaultLanguage;
    private final LogFollower follower;
    private final ReaderSight sight;
    private final @Nullable Synonyms synonyms;
    private final @Nullable SearchRecorder recorder;

    private Search(Builder builder) {
        operations = builder.portal.operations();
        index = builder.index;
        synonyms = builder.synonyms;
        defaultLanguage = builder.portal.defaultLanguage();
        sources = new Sources(
                builder.sources, SourceThreads.of(builder.executor, builder.waiting, builder.portal.operations()));
        follower = builder.portal.follower(new Indexer(index, sources.readers(), this::withdrawn));
        sight = new ReaderSight(builder.sources, follower);
        recorder = builder.recorder;
    }

    /**
     * Returns the search over these sources. The caller closes the index.
     *
     * @throws IllegalArgumentException if two sources have one type of objects
     */
    public static Search of(Portal portal, SearchIndex index, SearchSource... sources) {
        return builder(portal, index, sources).build();
    }

    /**
     * Returns the same with the synonyms that editors keep: each search reads in its own transaction those that its text asks
     * for, one statement more.
     *
     * @throws IllegalArgumentException if two sources have one type of objects
     */
    public static Search of(Portal portal, SearchIndex index, Synonyms synonyms, SearchSource... sources) {
        return builder(portal, index, sources).with(synonyms).build();
    }

    /** Begins a search over these sources. The caller closes the index. */
    public static Builder builder(Portal portal, SearchIndex index, SearchSource... sources) {
        return new Builder(portal, index, List.of(sources));
    }

    private static Search registered(Portal portal, Search search) {
        portal.register(BlockContribution.of("search", FIND, SUGGEST, ANSWER, CATCH_UP)
                .maintainedBy(SearchTasks.of(search.index, search.follower))
                .watchedBy(search.sources.checks(search.follower)));
        return search;
    }

    private Withdrawals withdrawn(TenantId tenant, LogPosition position) {
        return follower.withdrawals(tenant, position);
    }

    /**
     * Returns what fits the reader's words, the best first. What was withdrawn before this call is not among it, also where
     * the index has not heard of it yet. Something is learned of a first page at most.
     *
     * @throws PortalException.StorageFailure {@code search.index-behind} while the index is that of another log, or so far
     *     behind that what was withdrawn since can't be told
     */
    public SearchResults find(Actor actor, SearchQuery query, PageRequest page) {
        Finding finding = new Finding(actor.tenant(), query);
        Page<SearchHit> hits = operations
                .list(FIND, actor, new Listing<>(page, query, finding, RankedHit::place))
                .map(RankedHit::hit);
        return new SearchResults(hits, finding.answer.correction(), finding.answer.facets(), recorded(finding));
    }

    private @Nullable SearchToken recorded(Finding finding) {
        FinishedSearch finished = finding.finished;
        if (recorder == null || finished == null) {
            return null;
        }
        RecordedSearch.by(recorder, finished);
        return finished.token();
    }

    /**
     * Returns titles that somebody may be typing, the best first: a list to choose from below the field of the search. Each word that was
     * typed begins a word of the title, or a part of a compound in it, in any order; a slip behind the first two letters is put
     * right where nothing else begins so. Titles in the reader's language come first, no title comes twice, and where no title has
     * all the words, those that have the last are suggested. Behind them come titles for the editors' synonyms of a term that
     * begins so. What was withdrawn before this call is not among them.
     *
     * @throws PortalException.StorageFailure {@code search.index-behind} as in {@link #find}
     */
    public List<Suggestion> suggest(Actor actor, SuggestQuery query) {
        return operations.ask(SUGGEST, actor, query, context -> {
            LanguageTag reader = query.language() == null ? defaultLanguage : query.language();
            IndexQuery typed = new IndexQuery(
                    query.text(),
                    reader.fallbackTo(defaultLanguage),
                    sight.of(context),
                    Filter.ofTypes(query.types()),
                    Set.of(),
                    List.of(),
                    true);
            List<SynonymTerms> rules =
                    synonyms == null ? List.of() : synonyms.asked().typed(context, typed.languages(), typed.text());
            return new TypedSynonyms(index, actor.tenant()).suggest(typed, rules, query.limit());
        });
    }

    /**
     * Returns what answers whole messages, from what is found here.
     *
     * @throws IllegalStateException if the index that this search was made with answers no messages
     */
    public Answers answers() {
        if (index instanceof AnsweringIndex answering) {
            return new Answers(
                    operations, ANSWER, answering, (context, query) -> asked(searched(query), sight.of(context)));
        }
        throw new IllegalStateException("This search engine finds, and does not answer: it is no AnsweringIndex");
    }

    private static SearchQuery searched(AnswerQuery query) {
        SearchQuery searched = SearchQuery.of(query.text());
        return query.language() == null ? searched : searched.in(query.language());
    }

    /**
     * Brings the actor's tenant's index up to date with what was committed before this call; for programs.
     *
     * @throws IllegalStateException while a transaction of the application is joined on this thread: what it takes back
     *     would stay in the index
     */
    public void follow(Actor actor) {
        operations.perform(CATCH_UP, actor, "", context -> context.scope().tenant());
        follower.follow(actor.tenant());
    }

    private IndexQuery asked(SearchQuery query, Visibility visible) {
        LanguageTag reader = query.language() == null ? defaultLanguage : query.language();
        Filter filter = new Filter(query.types(), query.categories(), query.tags());
        return new IndexQuery(
                query.text(),
                reader.fallbackTo(defaultLanguage),
                visible,
                filter,
                query.facets(),
                List.of(),
                query.typing());
    }

    private List<SynonymTerms> synonymsFor(OperationContext context, IndexQuery asked) {
        return synonyms == null ? List.of() : synonyms.asked().in(context, asked.languages(), asked.text());
    }

    /** One search; what the index says beside the hits is kept. */
    private final class Finding implements Listing.Rows<RankedHit> {
        private final TenantId tenant;
        private final SearchQuery query;
        private IndexAnswer answer = IndexAnswer.nothing();
        private @Nullable FinishedSearch finished;

        Finding(TenantId tenant, SearchQuery query) {
            this.tenant = tenant;
            this.query = query;
        }

        @Override
        public List<RankedHit> read(OperationContext context, @Nullable Keyset after, int limit) {
            IndexQuery asked = asked(query, sight.of(context));
            IndexQuery full = asked.meaning(synonymsFor(context, asked));
            answer = index.search(tenant, full, after, limit);
            finished = recorder == null || after != null ? null : finished(context, full);
            return answer.hits();
        }

        private FinishedSearch finished(OperationContext context, IndexQuery asked) {
            return new FinishedSearch(
                    tenant,
                    asked,
                    sources.types(),
                    !answer.hits().isEmpty(),
                    SearchToken.of(context.newSecret()),
                    context.now());
        }
    }

    /** Collects what a search is built from. */
    public static final class Builder {
        private final Portal portal;
        private final SearchIndex index;
        private final List<SearchSource> sources;
        private @Nullable Synonyms synonyms;
        private @Nullable SearchRecorder recorder;
        private @Nullable Executor executor;
        /** A test knows when there is no use in waiting for a source. */
        SourceWait waiting = SourceWait.timed();

        private Builder(Portal portal, SearchIndex index, List<SearchSource> sources) {
            this.portal = portal;
            this.index = index;
            this.sources = sources;
        }

        /** Finds by the synonyms that editors keep, for one statement more in each search; by none by default. */
        public Builder with(Synonyms kept) {
            synonyms = kept;
            return this;
        }

        /** Has searches noted by this, such as {@code SearchLearning.recorder()}; by nobody by default. */
        public Builder recordedBy(SearchRecorder notes) {
            recorder = notes;
            return this;
        }

        /**
         * Calls the sources by this, such as a container's managed threads; by daemon threads of its own by default. A source
         * that does not come back keeps up to four of its threads.
         */
        public Builder readingOn(Executor threads) {
            executor = threads;
            return this;
        }

        /**
         * Returns the search.
         *
         * @throws IllegalArgumentException if two sources have one type of objects
         */
        public Search build() {
            return registered(portal, new Search(this));
        }
    }
}
