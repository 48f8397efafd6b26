// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/**
 * A piece of two texts that are compared. What is the same or was removed, one after the other, is the first text; what is the same or
 * was added is the second.
 *
 * @param kind in which of the texts it stands
 * @param text what it says; never empty
 */
public record TextPiece(Kind kind, String text) {
    /** In which of the texts a piece stands. */
    public enum Kind {
        /** In both. */
        SAME,
        /** In the first only. */
        REMOVED,
        /** In the second only. */
        ADDED
    }
}
