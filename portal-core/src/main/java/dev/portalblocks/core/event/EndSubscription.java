// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Forgets what a subscriber has had of a tenant, and what it has still to get.
 *
 * @param subscription the subscriber's name
 */
public record EndSubscription(
        @NotNull @Size(min = 1, max = 100) String subscription) {
    /** Returns the command for this subscriber. */
    public static EndSubscription of(String subscription) {
        return new EndSubscription(subscription);
    }
}
