// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

/** Tells the type of bytes by the bytes themselves, never by what a client says of them. Thread-safe. */
@FunctionalInterface
public interface MediaTypeDetector {
    /** The type of bytes of which nothing is known. */
    String UNKNOWN = "application/octet-stream";

    /** The most bytes of a beginning that a detector gets: 64 KiB. */
    int HEAD_BYTES = 64 * 1024;

    /** Returns the type of the bytes that begin so, {@code application/pdf}; the head is all of them where they are fewer. */
    String detect(byte[] head);

    /** Returns the detector that knows no type. */
    static MediaTypeDetector none() {
        return head -> UNKNOWN;
    }
}
