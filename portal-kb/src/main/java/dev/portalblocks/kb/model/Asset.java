// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A picture or a file that belongs to an article.
 *
 * @param path how the article's text links it, relative: {@code bilder/plan.png}; one line of at most 500 characters
 * @param content where its bytes are
 * @param mediaType its type, {@code image/png}; one line of at most 100 characters
 * @param size number of its bytes
 * @param sha256 SHA-256 of its bytes in lower-case hexadecimal
 */
public record Asset(
        @NotBlank @Size(max = 500) @Pattern(regexp = TextPatterns.ONE_LINE)
        String path,

        @NotNull ContentRef content,

        @NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE)
        String mediaType,

        long size,
        @Size(min = 64, max = 64) String sha256) {}
