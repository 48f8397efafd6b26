// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.EventType;

/**
 * A synonym rule was added.
 *
 * @param rule which rule
 * @param version its version since
 */
public record SynonymRuleAdded(SynonymRuleId rule, long version) {
    /** The type of this event. */
    public static final EventType<SynonymRuleAdded> TYPE =
            new EventType<>("portalblocks.synonyms.rule-added.v1", SynonymRuleAdded.class);
}
