// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import java.time.LocalDate;

/**
 * That one reader saw a revision of an article on a day.
 *
 * @param tenant whose portal
 * @param key of 32 hexadecimal digits: made from reader, article, revision and the day's secret, of which none can be told from it. With the secret
 *     it can be tried whether it is a certain reader's, without it not
 * @param article which article
 * @param revision which revision
 * @param day a day of the tenant's calendar
 */
public record StoredView(
        TenantId tenant,

        @PersonalData(
                category = PersonalData.Category.USAGE,
                purpose = "counting a reader once a day",
                retention = "article-views")
        String key,

        ArticleId article,

        @NotPersonal("the number of a published text") long revision,

        @NotPersonal("shared by all who read on it") LocalDate day) {}
