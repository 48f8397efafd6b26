// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * A synonym rule as editors see it.
 *
 * @param id names it for good
 * @param content the terms
 * @param version one more with each change; what {@code expectedVersion} means
 * @param changedAt when it changed last
 */
public record SynonymRule(
        SynonymRuleId id,
        SynonymTerms content,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {}
