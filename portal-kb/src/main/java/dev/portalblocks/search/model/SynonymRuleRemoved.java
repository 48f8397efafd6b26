// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.EventType;

/**
 * A synonym rule is gone for good.
 *
 * @param rule which rule
 */
public record SynonymRuleRemoved(SynonymRuleId rule) {
    /** The type of this event. */
    public static final EventType<SynonymRuleRemoved> TYPE =
            new EventType<>("portalblocks.synonyms.rule-removed.v1", SynonymRuleRemoved.class);
}
