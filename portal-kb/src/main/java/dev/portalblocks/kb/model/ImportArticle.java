// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Brings an article in from outside and publishes it: a new one, or a new revision of the one that came from the same
 * place before.
 *
 * @param source where it comes from
 * @param categories keys of the categories that it stands in, from the top, 20 at most; those that are missing are made
 * @param content what it says; its own categories are replaced by these
 */
public record ImportArticle(
        @NotNull @Valid SourceKey source,
        @Size(max = 20) List<@NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE) String> categories,
        @NotNull @Valid ArticleContent content) {
    /** Copies the keys; none when JSON names none. */
    public ImportArticle {
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
