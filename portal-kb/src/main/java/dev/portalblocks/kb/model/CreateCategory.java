// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Begins a category.
 *
 * @param parent the category that it stands in; null at the top
 * @param key its short name among its siblings, at most 100 characters
 * @param name what readers see
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record CreateCategory(
        @Nullable CategoryId parent,

        @NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE)
        String key,

        @NotNull @Valid LocalizedText name,
        @Nullable IdempotencyKey idempotencyKey) {
    /** How many categories stand one within the other at most. */
    public static final int MAX_DEPTH = 20;

    /** Returns the command for a category at the top. */
    public static CreateCategory of(String key, LocalizedText name) {
        return new CreateCategory(null, key, name, null);
    }

    /** Returns this command for a category within another. */
    public CreateCategory under(CategoryId category) {
        return new CreateCategory(category, key, name, idempotencyKey);
    }

    /** Returns this command under a key. */
    public CreateCategory once(IdempotencyKey attempt) {
        return new CreateCategory(parent, key, name, attempt);
    }
}
