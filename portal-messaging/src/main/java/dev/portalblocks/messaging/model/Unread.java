// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

/**
 * What waits to be read.
 *
 * @param messages how many messages of the other side
 * @param conversations in how many conversations
 */
public record Unread(long messages, long conversations) {
    /** Nothing waits. */
    public static final Unread NONE = new Unread(0, 0);
}
