// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering.model;

/**
 * A place in a text that refers to something.
 *
 * @param use what for
 * @param destination what it refers to, as written; {@link LinkTarget#parse} says what within the portal
 * @param line its line, from 1; 0 where it is not known
 */
public record TextReference(Use use, String destination, int line) {
    /** What for. */
    public enum Use {
        /** A link. */
        LINK,
        /** A picture. */
        PICTURE,
        /** A video. */
        VIDEO,
        /** A sound. */
        AUDIO,
        /** Captions of a video or a sound. */
        CAPTIONS,
        /** The picture that a video shows before it runs. */
        POSTER
    }
}
