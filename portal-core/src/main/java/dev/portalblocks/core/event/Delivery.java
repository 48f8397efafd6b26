// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

/**
 * An event on its way to a subscriber. The same event may come again: its {@linkplain PortalEvent#id id} and its {@linkplain
 * PortalEvent#sequence number in its lane} are the same each time.
 *
 * @param event what happened
 * @param attempt 1 for the first attempt, one more after each that the subscriber refused, by an exception or an error; those
 *     that a crash cut short are not counted
 * @param fence grows with each lease of the lane: of two deliveries of a lane at once the one with the smaller number comes
 *     from a node that was taken for dead, and may be refused
 */
public record Delivery(PortalEvent<?> event, int attempt, long fence) {}
