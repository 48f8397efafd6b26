// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.spi.EndedSearch;
import dev.portalblocks.search.learning.spi.LearningStorage;
import dev.portalblocks.search.learning.spi.StoredQueryDay;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.learning.spi.StoredSign;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is kept: searches for half an hour, and then a count. */
final class Learned {
    /** For how long a token links what happens to its search. */
    static final Duration LINK = Duration.ofMinutes(30);

    private static final long SECONDS_OF_A_DAY = 86_400;

    private final LearningStorage storage;

    Learned(LearningStorage storage) {
        this.storage = storage;
    }

    private record Key(long day, String query, LanguageTag language) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::day).thenComparing(Key::query).thenComparing(Key::language);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    void keep(OperationContext context, List<StoredSearch> searches, List<StoredSign> signs) {
        searches.stream()
                .sorted(Comparator.comparing(StoredSearch::token))
                .forEach(search -> storage.traces().add(context.tx(), search));
        signs.stream()
                .sorted(Comparator.comparing(StoredSign::token).thenComparing(StoredSign::kind))
                .forEach(sign -> storage.traces().sign(context.tx(), sign));
    }

    /** Makes counts of searches whose half hour is over, and drops their tokens; returns how many went at most. */
    int fold(OperationContext context, int limit) {
        TenantId tenant = context.scope().tenant();
        // whole minutes, rounded down: a link never lasts longer
        Instant ended =
                context.now().truncatedTo(ChronoUnit.MINUTES).minus(LINK).plus(Duration.ofMinutes(1));
        List<EndedSearch> searches = storage.traces().takeEnded(context.tx(), tenant, ended, limit);
        Map<Key, QueryCounts> counts = new TreeMap<>(); // in one order for all, so that two can't wait for each other
        searches.forEach(search -> counts.merge(key(search.search()), counted(search), QueryCounts::plus));
        counts.forEach((key, more) -> storage.counts()
                .add(context.tx(), new StoredQueryDay(tenant, key.day(), key.query(), key.language(), more)));
        int signs = storage.traces().dropSigns(context.tx(), tenant, ended, limit);
        return Math.max(searches.size(), signs);
    }

    static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_DAY);
    }

    private static Key key(StoredSearch search) {
        return new Key(day(search.askedAt()), search.query(), search.language());
    }

    private static QueryCounts counted(EndedSearch ended) {
        StoredSearch search = ended.search();
        long followed = is(ended, StoredSign.Kind.FOLLOWED) ? 1 : 0;
        return switch (search.outcome()) {
            case FOUND -> new QueryCounts(1, 0, 0, 0, 0, is(ended, StoredSign.Kind.OPENED) ? 0 : 1, followed);
            case NOTHING_THERE -> new QueryCounts(1, 1, 0, 0, 0, 0, followed);
            case OTHER_AUDIENCE -> new QueryCounts(1, 0, 1, 0, 0, 0, followed);
            case OTHER_LANGUAGE -> new QueryCounts(1, 0, 0, 1, 0, 0, followed);
            case FILTERED -> new QueryCounts(1, 0, 0, 0, 1, 0, followed);
        };
    }

    /** What was noted after the link had ended does not count, whether or not it had been dropped by then. */
    private static boolean is(EndedSearch ended, StoredSign.Kind kind) {
        Instant end = ended.search().askedAt().plus(LINK);
        return ended.signs().stream()
                .anyMatch(sign -> sign.kind() == kind && sign.notedAt().isBefore(end));
    }
}
