// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.kb.model.CategoryId;
import java.time.Instant;
import java.util.Set;

/**
 * By what it is told that what readers see of an article is what somebody read before: equal stamps of an article mean equal schedules,
 * settings and slugs.
 *
 * @param version of the article
 * @param changedAt when that was made: a database that was set back gives a number again, at another moment
 * @param gone categories that readers would see the article in, if they were still there
 */
public record ArticleStamp(
        long version,
        Instant changedAt,
        @NotPersonal("the company's own order of its texts") Set<CategoryId> gone) {
    /** Copies the set. */
    public ArticleStamp {
        gone = Set.copyOf(gone);
    }
}
