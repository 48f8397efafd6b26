// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.HealthCheck;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.event.ContactFollowedSearch;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.TenantWalk;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.learning.model.GapReport;
import dev.portalblocks.search.learning.spi.LearningStorage;
import dev.portalblocks.search.learning.spi.StoredSign;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SearchRecorder;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Learns what readers ask for and do not get. A search is kept for thirty minutes without anybody's id, in redacted words;
 * then nothing but a count of its day is left. What is written, is written by tasks: a search waits for nothing of it, and
 * what a node has not written when it ends, at most a minute's searches, is lost.
 *
 * <p>Its tasks are {@code search.learning.keep}, each minute, and {@code search.learning.follow}, each ten seconds, on
 * <b>every</b> node that searches, and {@code search.learning.purge}, each hour, on any.
 *
 * <p>Thread-safe.
 */
public final class SearchLearning {
    /** To read what readers asked for and did not get. */
    public static final Permission REPORT = Permission.forStaff("search.gaps", "editor");
    /** To write and remove what is learned; programs have it. */
    public static final Permission LEARN = Permission.forStaff("search.learn");

    private static final Operation OPENED = Operation.reading("search.opened", Search.SEARCH);
    private static final Operation GAPS = Operation.reading("search.gaps", REPORT);
    private static final Operation KEEP = Operation.writing("search.learning.keep", LEARN);
    private static final Operation PURGE = Operation.writing("search.learning.purge", LEARN);

    private static final String TASK = "search-learning";
    private static final int PURGED = 1_000;

    private final Operations operations;
    private final LearningStorage storage;
    private final Terms terms;
    private final Waiting waiting;
    private final Diagnosis diagnosis;
    private final Learned learned;

    private SearchLearning(Portal portal, LearningStorage storage, SearchIndex index, Terms terms) {
        this.operations = portal.operations();
        this.storage = storage;
        this.terms = terms;
        this.waiting = new Waiting(terms.room());
        this.diagnosis = new Diagnosis(index, terms.languages());
        this.learned = new Learned(storage);
    }

    /** Returns learning with what a {@link #builder} has at first. */
    public static SearchLearning of(Portal portal, LearningStorage storage, SearchIndex index) {
        return builder(portal, storage, index).build();
    }

    /** Begins learning in this storage, from searches in this index. */
    public static Builder builder(Portal portal, LearningStorage storage, SearchIndex index) {
        return new Builder(portal, storage, index);
    }

    /** Returns what a {@link Search} is built with, so that something is learned of it. */
    public SearchRecorder recorder() {
        return search -> {
            WaitingSearch taken = WaitingSearch.of(search);
            if (!taken.query().isEmpty()) {
                waiting.add(taken);
            }
        };
    }

    /**
     * Says that the reader opened something that a search found. Which search is told by its token alone, and nothing of the
     * reader is kept. A token that is unknown, or older than thirty minutes, says nothing, and nobody learns that.
     */
    public void opened(Actor actor, SearchToken token) {
        StoredSign sign = operations.perform(OPENED, actor, token, context -> sign(context, token));
        waiting.add(sign);
    }

    /**
     * Returns what readers asked for and did not get. Queries that came less often than {@link Builder#seldom} are counted,
     * and not shown.
     */
    public GapReport gaps(Actor actor, AskForGaps wanted) {
        return operations.perform(
                GAPS, actor, wanted, context -> new Report(storage.counts(), context, wanted, terms.seldom()).read());
    }

    /**
     * Writes up to 200 searches and as many signs that wait on this node for the actor's tenant, and makes counts of up to
     * 200 whose thirty minutes are over; returns whether there may be more of either. For programs.
     */
    public boolean keep(Actor actor) {
        Keeping keeping = new Keeping(waiting, diagnosis, learned, actor.tenant());
        try {
            return operations.perform(KEEP, actor, Keeping.BATCH, keeping::in);
        } catch (RuntimeException | Error failure) {
            keeping.giveBack();
            throw failure;
        }
    }

    /** Removes up to 1,000 counts of each sort that are too old; returns how many of the actor's tenant it removed. For programs. */
    public int purge(Actor actor) {
        return operations.perform(PURGE, actor, PURGED, context -> {
            TenantId tenant = context.scope().tenant();
            long kept = Learned.day(context.now().minus(terms.kept()));
            long keptSeldom = Learned.day(context.now().minus(terms.keptSeldom()));
            int removed = storage.counts().purge(context.tx(), tenant, kept, Long.MAX_VALUE, PURGED)
                    + storage.counts().purge(context.tx(), tenant, keptSeldom, terms.seldom(), PURGED);
            if (removed == 0) {
                context.unchanged();
            }
            return removed;
        });
    }

    private static StoredSign sign(OperationContext context, SearchToken token) {
        return new StoredSign(
                context.scope().tenant(),
                Sha256.hex(token.value()),
                StoredSign.Kind.OPENED,
                context.now().truncatedTo(ChronoUnit.MINUTES));
    }

    private void keepAll() {
        waiting.tenants().forEach(this::keepAllOf);
        TenantWalk.over(storage.domain(), storage.traces()::tenants).forEach(this::keepAllOf);
    }

    private void keepAllOf(TenantId tenant) {
        Actor task = Actor.system(tenant, TASK);
        while (keep(task)) {
            // a batch is a transaction: what is left waits for the next
        }
    }

    private void purgeAll() {
        TenantWalk.over(storage.domain(), storage.counts()::tenants).forEach(tenant -> {
            Actor task = Actor.system(tenant, TASK);
            while (purge(task) >= PURGED) {
                // a batch is a transaction: what is left waits for the next
            }
        });
    }

    private Health.Finding look() {
        Map<String, Long> figures = Map.of("waiting", (long) waiting.size(), "dropped", waiting.dropped());
        return waiting.isFull() ? Health.Finding.behind("search.learning.full", figures) : Health.Finding.up(figures);
    }

    private BlockContribution contribution(ContactReader reader, LogFollower contacts) {
        return BlockContribution.of("search-learning", OPENED, GAPS, KEEP, PURGE)
                .emitting(ContactFollowedSearch.TYPE)
                .maintainedBy(
                        new MaintenanceTask("search.learning.follow", Duration.ofSeconds(10), () -> {
                            contacts.followAll();
                            reader.knowsAll();
                        }),
                        new MaintenanceTask("search.learning.keep", Duration.ofMinutes(1), this::keepAll),
                        new MaintenanceTask("search.learning.purge", Duration.ofHours(1), this::purgeAll))
                .watchedBy(new HealthCheck("search.learning", this::look));
    }

    /** Collects how is learned. */
    public static final class Builder {
        private static final Duration LONGEST = Duration.ofDays(400);

        private final Portal portal;
        private final LearningStorage storage;
        private final SearchIndex index;
        private int room = 10_000;
        private long seldom = 5;
        private Duration kept = Duration.ofDays(90);
        private Duration keptSeldom = Duration.ofDays(30);
        private List<LanguageTag> languages;

        private Builder(Portal portal, LearningStorage storage, SearchIndex index) {
            this.portal = portal;
            this.storage = storage;
            this.index = index;
            this.languages = List.of(portal.defaultLanguage(), LanguageTag.GERMAN, LanguageTag.ENGLISH);
        }

        /**
         * Shows a query only if it was asked so often in the days of the report; 5 by default. What one person alone asks
         * can tell who it is, whatever was redacted.
         */
        public Builder seldom(int times) {
            seldom = requirePositive(times);
            return this;
        }

        /** Keeps counts for so long, at most 400 days; 90 days by default. */
        public Builder keptFor(Duration time) {
            kept = requireWithin(time);
            return this;
        }

        /** Keeps counts of what comes too seldom to be shown for so long; 30 days by default. */
        public Builder seldomKeptFor(Duration time) {
            keptSeldom = requireWithin(time);
            return this;
        }

        /** Looks in these languages whether there would have been something; the portal's default, German and English by default. */
        public Builder languages(LanguageTag... tags) {
            languages = List.of(tags);
            return this;
        }

        /** Has room for so many searches and signs that are not yet written; 10,000 by default, a few megabytes. */
        public Builder room(int searches) {
            room = requirePositive(searches);
            return this;
        }

        /**
         * Returns learning.
         *
         * @throws IllegalArgumentException if the storage has another transaction domain than the portal
         */
        public SearchLearning build() {
            portal.requireDomain(storage.domain(), TASK);
            SearchLearning learning = new SearchLearning(
                    portal, storage, index, new Terms(room, seldom, kept, keptSeldom, List.copyOf(languages)));
            ContactReader reader = new ContactReader(learning.waiting);
            portal.register(learning.contribution(reader, portal.follower(reader)));
            return learning;
        }

        private static int requirePositive(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("At least 1, not " + number);
            }
            return number;
        }

        private static Duration requireWithin(Duration time) {
            if (time.compareTo(Duration.ofDays(1)) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("From 1 to 400 days, not " + time);
            }
            return time;
        }
    }
}
