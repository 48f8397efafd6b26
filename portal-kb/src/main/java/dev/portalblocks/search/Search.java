// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.HealthCheck;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
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
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SearchSource;
import dev.portalblocks.search.spi.Visibility;
import dev.portalblocks.search.spi.WriteBehindIndex;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What a killed process may have to read from the log once more. */
    private static final Duration FLUSH_EACH = Duration.ofSeconds(30);

    private static final Operation FIND = Operation.reading("search.find", SEARCH);
    private static final Operation SUGGEST = Operation.reading("search.suggest", SEARCH);
    private static final Operation ANSWER = Operation.reading("search.answer", SEARCH);
    private static final Operation CATCH_UP = Operation.reading("search.follow", FOLLOW);

    private final Operations operations;
    private final SearchIndex index;
    private final List<SearchSource> sources;
    private final LanguageTag defaultLanguage;
    private final LogFollower follower;
    private final @Nullable Synonyms synonyms;

    private Search(Portal portal, SearchIndex index, @Nullable Synonyms synonyms, List<SearchSource> sources) {
        this.operations = portal.operations();
        this.index = index;
        this.synonyms = synonyms;
        this.defaultLanguage = portal.defaultLanguage();
        this.sources = sources;
        this.follower = portal.follower(new Indexer(index, sources));
    }

    /**
     * Returns the search over these sources. The caller closes the index.
     *
     * @throws IllegalArgumentException if two sources have one type of objects
     */
    public static Search of(Portal portal, SearchIndex index, SearchSource... sources) {
        return register(portal, new Search(portal, index, null, List.of(sources)));
    }

    /**
     * Returns the same with the synonyms that editors keep: each search reads in its own transaction those that its text asks
     * for, one statement more.
     *
     * @throws IllegalArgumentException if two sources have one type of objects
     */
    public static Search of(Portal portal, SearchIndex index, Synonyms synonyms, SearchSource... sources) {
        return register(portal, new Search(portal, index, synonyms, List.of(sources)));
    }

    private static Search register(Portal portal, Search search) {
        portal.register(BlockContribution.of("search", FIND, SUGGEST, ANSWER, CATCH_UP)
                .maintainedBy(search.tasks())
                .watchedBy(HealthCheck.ofReader("search.index", search.follower)));
        return search;
    }

    private MaintenanceTask[] tasks() {
        MaintenanceTask follow = new MaintenanceTask("search.follow", Duration.ofSeconds(1), follower::followAll);
        return index instanceof WriteBehindIndex later
                ? new MaintenanceTask[] {follow, new MaintenanceTask("search.flush", FLUSH_EACH, later::flush)}
                : new MaintenanceTask[] {follow};
    }

    /**
     * Returns what fits the reader's words, the best first. What was withdrawn before this call is not among it, also where
     * the index has not heard of it yet.
     *
     * @throws PortalException.StorageFailure {@code search.index-behind} while the index is that of another log, or so far
     *     behind that what was withdrawn since can't be told
     */
    public SearchResults find(Actor actor, SearchQuery query, PageRequest page) {
        Finding finding = new Finding(actor.tenant(), query);
        Page<SearchHit> hits = operations
                .list(FIND, actor, new Listing<>(page, query, finding, RankedHit::place))
                .map(RankedHit::hit);
        return new SearchResults(hits, finding.answer.correction(), finding.answer.facets());
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
        return operations.perform(SUGGEST, actor, query, context -> {
            LanguageTag reader = query.language() == null ? defaultLanguage : query.language();
            IndexQuery typed = new IndexQuery(
                    query.text(),
                    reader.fallbackTo(defaultLanguage),
                    visible(context),
                    Filter.ofTypes(query.types()),
                    Set.of(),
                    List.of(),
                    true);
            List<SynonymTerms> rules = synonyms == null
                    ? List.of()
                    : synonyms.asked().typed(context, typed.languages(), typed.text());
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
                    operations, ANSWER, answering, (context, query) -> asked(searched(query), visible(context)));
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

        Finding(TenantId tenant, SearchQuery query) {
            this.tenant = tenant;
            this.query = query;
        }

        @Override
        public List<RankedHit> read(OperationContext context, @Nullable Keyset after, int limit) {
            IndexQuery asked = asked(query, visible(context));
            answer = index.search(tenant, asked.meaning(synonymsFor(context, asked)), after, limit);
            return answer.hits();
        }
    }

    private Visibility visible(OperationContext context) {
        return new Visibility(scopes(context), context.now(), position -> withdrawn(context, position));
    }

    /** What this search's own transaction sees as committed, whether the index has taken it or not. */
    private Set<ObjectRef> withdrawn(OperationContext context, LogPosition position) {
        Withdrawals withdrawals =
                follower.withdrawals(context.tx(), context.scope().tenant(), position);
        if (withdrawals.isIncomplete()) {
            throw new PortalException.StorageFailure("search.index-behind", true, null);
        }
        return withdrawals.subjects();
    }

    /** A source that the reader may not read is not searched; the others no further than both permissions reach. */
    private Map<String, Scope> scopes(OperationContext context) {
        Map<String, Scope> scopes = new HashMap<>();
        for (SearchSource source : sources) {
            context.scopeOf(source.permission())
                    .ifPresent(own ->
                            scopes.put(source.objectType(), context.scope().and(own)));
        }
        return scopes;
    }
}
