// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Puts a category, with all that stands in it, into another category.
 *
 * @param category which category
 * @param target into which category; null for the top
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record MoveCategory(
        @NotNull CategoryId category,
        @Nullable CategoryId target,
        @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static MoveCategory of(CategoryId category, @Nullable CategoryId target) {
        return new MoveCategory(category, target, null);
    }

    /** Returns this command for the version that the editor saw. */
    public MoveCategory expecting(long version) {
        return new MoveCategory(category, target, version);
    }
}
