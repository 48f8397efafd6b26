// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Says what a picture or a file is that is taken in.
 *
 * @param path how articles link it, at most 500 characters
 * @param mediaType its type, {@code image/png}
 */
public record UploadAsset(
        @NotBlank @Size(max = 500) String path,
        @NotBlank @Size(max = 100) String mediaType) {
    /** The most bytes that one file has: 50 MiB. */
    public static final long MAX_BYTES = 50L * 1024 * 1024;
}
