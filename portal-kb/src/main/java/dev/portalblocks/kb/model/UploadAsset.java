// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Says what a picture or a file is that is taken in.
 *
 * @param path how articles link it, one line of at most 500 characters
 * @param mediaType its type, {@code image/png}; one line of at most 100 characters. Whose bytes are to be a PNG, JPEG, GIF, WebP, AVIF or
 *     SVG have to be one of these
 */
public record UploadAsset(
        @NotBlank @Size(max = 500) @Pattern(regexp = TextPatterns.ONE_LINE)
        String path,

        @NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE)
        String mediaType) {
    /** The most bytes that one file has: 50 MiB. */
    public static final long MAX_BYTES = 50L * 1024 * 1024;
}
