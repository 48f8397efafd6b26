// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

/**
 * What is known of bytes once they are kept.
 *
 * @param size their number
 * @param sha256 their SHA-256 as 64 lower-case hexadecimal digits
 */
public record StoredBytes(long size, String sha256) {}
