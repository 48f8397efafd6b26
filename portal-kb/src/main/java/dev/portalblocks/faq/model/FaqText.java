// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What an entry says in one language. Control characters and halves of surrogate pairs are refused.
 *
 * @param question one line of 1 to 500 characters
 * @param answer CommonMark, 1 to 20,000 characters; tabs and line breaks are fine
 */
public record FaqText(
        @NotBlank @Size(max = 500) @Pattern(regexp = TextPatterns.ONE_LINE)
        String question,

        @NotBlank @Size(max = 20_000) @Pattern(regexp = TextPatterns.LINES)
        String answer) {}
