// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

/**
 * How far a tenant's events were divided among the lanes of a subscriber.
 *
 * @param subscription the subscriber's name
 * @param position where it stands in the tenant's log; what its lanes still have to get is not told by it
 */
public record Standing(String subscription, LogPosition position) {}
