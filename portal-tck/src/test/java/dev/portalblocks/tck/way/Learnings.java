// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.spi.LearningStorage;
import dev.portalblocks.search.learning.spi.SearchOutcome;
import dev.portalblocks.search.learning.spi.StoredQueryDay;
import dev.portalblocks.search.learning.spi.StoredSearch;
import dev.portalblocks.search.learning.spi.StoredSign;
import java.time.Instant;

/** Searches of long ago: one that is to be counted, and counts that are to be read, and to be removed. */
final class Learnings {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T08:00:00Z");
    private static final long DAY_LONG_AGO = 20_000;
    /** A day of which nothing is old within the tests' own time. */
    private static final long DAY_TO_COME = 40_000;

    private Learnings() {}

    /** Leaves them with a tenant, unless they are there still. */
    static void in(Composition portal, TenantId tenant) {
        LearningStorage storage = portal.learningStorage;
        String token = Sha256.hex("long ago");
        portal.core.domain().write(tx -> {
            storage.counts().add(tx, counted(tenant, DAY_LONG_AGO));
            storage.counts().add(tx, counted(tenant, DAY_TO_COME));
            storage.traces().sign(tx, new StoredSign(tenant, token, StoredSign.Kind.OPENED, LONG_AGO));
            return storage.traces()
                    .add(
                            tx,
                            new StoredSearch(
                                    tenant, token, "hagel", LanguageTag.GERMAN, SearchOutcome.FOUND, LONG_AGO));
        });
    }

    private static StoredQueryDay counted(TenantId tenant, long day) {
        return new StoredQueryDay(tenant, day, query(tenant), LanguageTag.GERMAN, new QueryCounts(1, 1, 0, 0, 0, 0, 0));
    }

    /** Returns what was asked at a tenant's and found nothing. */
    static String query(TenantId tenant) {
        return "frage an " + tenant;
    }
}
