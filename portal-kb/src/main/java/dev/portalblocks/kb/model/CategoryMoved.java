// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A category stands in another one, with all that stands in it.
 *
 * @param category which category
 * @param parent in which category; null at the top
 * @param version its version since
 */
public record CategoryMoved(CategoryId category, @Nullable CategoryId parent, long version) {
    /** The type of this event. */
    public static final EventType<CategoryMoved> TYPE =
            new EventType<>("portalblocks.kb.category-moved.v1", CategoryMoved.class);
}
