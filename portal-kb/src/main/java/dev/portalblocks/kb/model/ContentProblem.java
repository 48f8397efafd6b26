// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

/** Something in an article that keeps a reader from what it says. */
public enum ContentProblem {
    /** A picture that says nothing to who can't see it. */
    PICTURE_WITHOUT_ALTERNATIVE,
    /** A video that says nothing to who can't hear it. */
    VIDEO_WITHOUT_CAPTIONS,
    /** A video or a sound of which nothing can be read. */
    MEDIA_WITHOUT_TRANSCRIPT,
    /** A video or a sound that refers to nothing. */
    MEDIA_WITHOUT_SOURCE,
    /** A video or a sound without the line that ends it: what follows is its transcript. */
    MEDIA_WITHOUT_END,
    /** An address that no page has, such as {@code javascript:}. */
    UNSAFE_ADDRESS,
    /** An article that is not there, or a picture or file that the article does not have. */
    LINK_TO_NOTHING,
    /** An article of which readers see nothing now. */
    LINK_TO_UNPUBLISHED,
    /** An article that some of this one's readers may not read. */
    LINK_FOR_FEWER_READERS
}
