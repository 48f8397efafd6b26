// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an article says in one language.
 *
 * @param title one line of at most 300 characters
 * @param body CommonMark, at most 10,000,000 characters without U+0000; may be empty
 */
public record ArticleText(
        @NotBlank @Size(max = 300) @Pattern(regexp = TextPatterns.ONE_LINE)
        String title,

        @NotNull @Size(max = 10_000_000) @Pattern(regexp = TextPatterns.STORABLE)
        String body) {}
