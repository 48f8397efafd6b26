// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

/** Where stored bytes stand between their first byte and their last reader. */
public enum ContentState {
    /** Their row is there and they may be on the way; nobody can open them. */
    STAGED,
    /** They are kept for good, and stay as long as somebody uses them. */
    LIVE,
    /** They are being removed: nobody can begin to use them any more. */
    DYING
}
