// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SearchSource;
import java.time.Duration;
import java.util.List;

/**
 * One search over what the portal's blocks publish, and what the host adds. Everybody finds what is published for an
 * audience that they belong to; what is not does not exist for them.
 *
 * <p>The index follows the log of events: the task {@code search.follow} brings it up to date, and {@link #follow} does
 * so at once for one tenant.
 *
 * <p>Thread-safe.
 */
public final class Search {
    /** To search what is published. */
    public static final Permission SEARCH = Permission.forReaders("search.find");

    private static final Permission FOLLOW = Permission.forStaff("search.follow");
    private static final Operation FIND = Operation.reading("search.find", SEARCH);
    private static final Operation CATCH_UP = Operation.reading("search.follow", FOLLOW);

    private final Operations operations;
    private final SearchIndex index;
    private final LanguageTag defaultLanguage;
    private final LogFollower follower;

    private Search(Portal portal, SearchIndex index, List<SearchSource> sources) {
        this.operations = portal.operations();
        this.index = index;
        this.defaultLanguage = portal.defaultLanguage();
        this.follower = portal.follower(new Indexer(index, sources));
    }

    /**
     * Returns the search over these sources. The caller closes the index.
     *
     * @throws IllegalArgumentException if two sources have one type of objects
     */
    public static Search of(Portal portal, SearchIndex index, SearchSource... sources) {
        Search search = new Search(portal, index, List.of(sources));
        portal.register(BlockContribution.of("search", FIND, CATCH_UP)
                .maintainedBy(new MaintenanceTask("search.follow", Duration.ofSeconds(1), search.follower::followAll)));
        return search;
    }

    /** Returns what fits the reader's words, the best first. */
    public Page<SearchHit> find(Actor actor, SearchQuery query, PageRequest page) {
        LanguageTag reader = query.language();
        IndexQuery asked = new IndexQuery(
                query.text(), (reader == null ? defaultLanguage : reader).fallbackTo(defaultLanguage), query.types());
        Listing.Rows<RankedHit> rows = (context, after, limit) -> index.search(context.scope(), asked, after, limit);
        return operations
                .list(FIND, actor, new Listing<>(page, query, rows, RankedHit::place))
                .map(RankedHit::hit);
    }

    /** Brings the actor's tenant's index up to date with what was committed before this call; for programs. */
    public void follow(Actor actor) {
        operations.perform(CATCH_UP, actor, "", context -> context.scope().tenant());
        follower.follow(actor.tenant());
    }
}
