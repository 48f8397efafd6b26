// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;

/**
 * A search of the last half hour.
 *
 * @param tenant whose portal
 * @param token the hash of its token, 64 hexadecimal digits
 * @param query what was asked, redacted, at most 200 characters
 * @param language the reader's language
 * @param outcome what it came to
 * @param askedAt the minute in which it was asked
 */
public record StoredSearch(
        TenantId tenant,

        @NotPersonal("the hash of a random token, dropped after half an hour")
        String token,

        @PersonalData(
                category = PersonalData.Category.CONTENT,
                purpose = "to see which questions no text answers",
                retention = "search-learning")
        String query,

        @NotPersonal("shared by very many") LanguageTag language,
        SearchOutcome outcome,
        Instant askedAt) {}
