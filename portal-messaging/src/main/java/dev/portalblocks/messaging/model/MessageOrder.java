// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

/** In which order messages are listed. */
public enum MessageOrder {
    /** As they were sent. */
    OLDEST_FIRST,
    /** The latest on top. */
    NEWEST_FIRST
}
