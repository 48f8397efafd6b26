// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.model.SynonymTerms;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A synonym rule as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param content the terms
 * @param version 1 for the first terms
 * @param changedAt when the terms changed last
 */
public record StoredSynonymRule(
        TenantId tenant,
        SynonymRuleId id,

        @NotPersonal("words of a trade, kept by the company")
        SynonymTerms content,

        long version,
        Instant changedAt) {

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant);
    }

    /** Returns the next version, with other terms. */
    public StoredSynonymRule saying(SynonymTerms terms, Instant now) {
        return new StoredSynonymRule(tenant, id, terms, version + 1, now);
    }

    /** Returns what it is looked up by: of each term that is asked for, in the rule's language. Each has 1 to 200 characters. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        content.terms().forEach(term -> keys.addAll(SynonymKeys.of(term)));
        return keys;
    }
}
