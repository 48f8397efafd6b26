// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.EventType;

/**
 * A synonym rule has other terms.
 *
 * @param rule which rule
 * @param version its version since
 */
public record SynonymRuleChanged(SynonymRuleId rule, long version) {
    /** The type of this event. */
    public static final EventType<SynonymRuleChanged> TYPE =
            new EventType<>("portalblocks.synonyms.rule-changed.v1", SynonymRuleChanged.class);
}
