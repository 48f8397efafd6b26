// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

/** Where a text that is being written stands. */
public enum TextState {
    /** It is being written. */
    DRAFT,
    /** It waits for somebody to read and publish it. */
    IN_REVIEW,
    /** It was read, and is to be changed before it is published. */
    RETURNED
}
