// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Gives a category another name.
 *
 * @param category which category
 * @param name what readers see from now on
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RenameCategory(
        @NotNull CategoryId category,
        @NotNull @Valid LocalizedText name,
        @Nullable Long expectedVersion) {
    /** Returns the command for whatever is there. */
    public static RenameCategory of(CategoryId category, LocalizedText name) {
        return new RenameCategory(category, name, null);
    }

    /** Returns this command for the version that the editor saw. */
    public RenameCategory expecting(long version) {
        return new RenameCategory(category, name, version);
    }
}
