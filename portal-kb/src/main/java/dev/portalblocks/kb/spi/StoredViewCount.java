// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import java.time.LocalDate;

/**
 * How many readers saw a revision of an article on a day that is over.
 *
 * @param tenant whose portal
 * @param article which article
 * @param revision which revision
 * @param day a day of the tenant's calendar
 * @param views how many
 */
public record StoredViewCount(
        TenantId tenant,
        ArticleId article,

        @NotPersonal("the number of a published text") long revision,

        @NotPersonal("shared by all who read on it") LocalDate day,

        @NotPersonal("a figure") long views) {}
