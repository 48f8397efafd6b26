// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Removes a category in which no other stands. The articles that stood in it stay.
 *
 * @param category which category
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RemoveCategory(
        @NotNull CategoryId category, @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static RemoveCategory of(CategoryId category) {
        return new RemoveCategory(category, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RemoveCategory expecting(long version) {
        return new RemoveCategory(category, version);
    }
}
