// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewCount;
import dev.portalblocks.kb.spi.StoredViewSecret;
import dev.portalblocks.kb.spi.ViewStore;
import java.time.LocalDate;
import java.util.UUID;

/** Views of long ago, of an article that nobody has: one that is to be counted, with its day's secret, and one that is to be removed. */
final class OldViews {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final ArticleId ARTICLE = ArticleId.of(new UUID(0x7000, Long.MIN_VALUE));

    private OldViews() {}

    /** Leaves them with a tenant, unless they are there still. */
    static void in(Composition portal, TenantId tenant) {
        ViewStore views = portal.knowledgeStorage.views();
        portal.core.domain().write(tx -> {
            portal.knowledgeStorage.viewCounts().add(tx, new StoredViewCount(tenant, ARTICLE, 1, DAY, 1));
            views.secret(tx, new StoredViewSecret(tenant, DAY, "of long ago"));
            return views.add(tx, new StoredView(tenant, "0".repeat(32), ARTICLE, 1, DAY));
        });
    }
}
