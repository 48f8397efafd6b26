// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.search.learning.model.Advice;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.learning.model.GapReport;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.learning.model.WriteNext;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.QueryRanking;
import dev.portalblocks.search.learning.spi.QueryTotals;
import java.util.List;

/** Reads one report; for one use. */
final class Report {
    private static final QueryCounts NOTHING = new QueryCounts(0, 1, 1, 1, 1, 0, 0);
    private static final QueryCounts UNOPENED = new QueryCounts(0, 0, 0, 0, 0, 1, 0);
    private static final QueryCounts FOLLOWED = new QueryCounts(0, 0, 0, 0, 0, 0, 1);
    /** A message costs the company most; what is not there helps nobody; what a filter left out need not be written. */
    private static final QueryCounts WORTH = new QueryCounts(0, 2, 1, 2, 0, 1, 3);

    private final QueryCountStore store;
    private final OperationContext context;
    private final AskForGaps wanted;
    private final long seldom;

    /** Shows what came at least as often as this. */
    Report(QueryCountStore store, OperationContext context, AskForGaps wanted, long seldom) {
        this.store = store;
        this.context = context;
        this.wanted = wanted;
        this.seldom = seldom;
    }

    GapReport read() {
        TenantId tenant = context.scope().tenant();
        QueryTotals totals = store.totals(context.tx(), tenant, ranking(NOTHING));
        return new GapReport(
                totals.asked(),
                totals.asked() - totals.frequent(),
                top(tenant, NOTHING),
                top(tenant, UNOPENED),
                top(tenant, FOLLOWED),
                top(tenant, WORTH).stream()
                        .map(gap -> new WriteNext(gap, gap.counts().weighedBy(WORTH), advice(gap.counts())))
                        .toList());
    }

    private List<QueryGap> top(TenantId tenant, QueryCounts weights) {
        return store.top(context.tx(), tenant, ranking(weights), wanted.limit());
    }

    private QueryRanking ranking(QueryCounts weights) {
        long first = wanted.since() == null ? 0 : Learned.day(wanted.since());
        long last = Learned.day(wanted.until() == null ? context.now() : wanted.until());
        return new QueryRanking(first, last, seldom, weights);
    }

    /** By what stood in the way most often; of equals by what is more work. */
    private static Advice advice(QueryCounts counts) {
        long most = Math.max(counts.nothingThere(), Math.max(counts.otherLanguage(), counts.otherAudience()));
        if (most == 0 || counts.unopened() > most) {
            return Advice.IMPROVE;
        }
        if (most == counts.nothingThere()) {
            return Advice.WRITE;
        }
        return most == counts.otherLanguage() ? Advice.TRANSLATE : Advice.OPEN;
    }
}
