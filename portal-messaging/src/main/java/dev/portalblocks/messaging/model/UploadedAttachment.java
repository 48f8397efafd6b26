// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.ContentRef;

/**
 * Bytes that wait to be sent; what is not sent within a day is removed.
 *
 * @param content names them for a message
 * @param mediaType what they are, as the inbox's detector tells it from them
 * @param size how many bytes they are
 * @param sha256 their SHA-256, 64 hexadecimal digits
 */
public record UploadedAttachment(ContentRef content, String mediaType, long size, String sha256) {
    /** The most bytes that one attachment has: 50 MiB. */
    public static final long MAX_BYTES = 50L * 1024 * 1024;
}
