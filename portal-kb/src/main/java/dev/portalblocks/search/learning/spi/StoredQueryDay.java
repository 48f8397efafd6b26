// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.model.QueryCounts;

/**
 * How often something was asked on one day.
 *
 * @param tenant whose portal
 * @param day the day in UTC, counted from 1 January 1970
 * @param query what was asked, redacted, at most 200 characters
 * @param language the readers' language
 * @param counts how often
 */
public record StoredQueryDay(
        TenantId tenant,
        @NotPersonal("shared by all that was asked on it") long day,

        @PersonalData(
                category = PersonalData.Category.CONTENT,
                purpose = "to see which questions no text answers",
                retention = "search-learning")
        String query,

        @NotPersonal("shared by very many") LanguageTag language,
        @NotPersonal("figures") QueryCounts counts) {}
