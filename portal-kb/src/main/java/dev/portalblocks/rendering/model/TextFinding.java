// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering.model;

/**
 * Something in a text that keeps a reader from it.
 *
 * @param problem what it is
 * @param destination the picture, video, sound or link, as written; may be empty
 * @param line its line, from 1; 0 where it is not known
 */
public record TextFinding(Problem problem, String destination, int line) {
    /** What it is. */
    public enum Problem {
        /** A picture that says nothing to who can't see it. */
        PICTURE_WITHOUT_ALTERNATIVE,
        /** A video that says nothing to who can't hear it. */
        VIDEO_WITHOUT_CAPTIONS,
        /** A video or a sound of which nothing can be read. */
        MEDIA_WITHOUT_TRANSCRIPT,
        /** A video or a sound that refers to nothing. */
        MEDIA_WITHOUT_SOURCE,
        /** A video or a sound without the line {@code :::} that ends it: what follows is its transcript. */
        MEDIA_WITHOUT_END,
        /** A link, a picture, a video or a sound with an address that no page has, such as {@code javascript:}. */
        UNSAFE_ADDRESS
    }
}
