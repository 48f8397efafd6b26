// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;

/**
 * A category was removed. What stood in it stays, and stands in it no longer.
 *
 * @param category which category
 */
public record CategoryRemoved(CategoryId category) {
    /** The type of this event. */
    public static final EventType<CategoryRemoved> TYPE =
            new EventType<>("portalblocks.kb.category-removed.v1", CategoryRemoved.class);
}
