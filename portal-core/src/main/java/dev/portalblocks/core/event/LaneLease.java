// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;

/**
 * A lane that is a node's own for a while, as it was when it was leased.
 *
 * @param subscription whose lane
 * @param lane which one
 * @param delivered the number of the last event that was delivered; 0 for none
 * @param head the number of the last event that is known of
 * @param attempts how often the next event was refused so far
 * @param fence greater than that of every lease of the lane before
 */
public record LaneLease(
        Subscription subscription, ObjectRef lane, long delivered, long head, int attempts, long fence) {}
