// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * A category was made or renamed.
 *
 * @param category which category
 * @param version its version since
 */
public record CategoryChanged(CategoryId category, long version) {
    /** The type of this event. */
    public static final EventType<CategoryChanged> TYPE =
            new EventType<>("portalblocks.kb.category-changed.v1", CategoryChanged.class);
}
