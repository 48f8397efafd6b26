// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where an imported article came from: what makes a second import find it again.
 *
 * @param source the import's name, {@code handbuch}; one line of at most 100 characters
 * @param path the file within it, one line of at most 1,000 characters
 */
public record SourceKey(
        @NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE)
        String source,

        @NotBlank @Size(max = 1_000) @Pattern(regexp = TextPatterns.ONE_LINE)
        String path) {}
