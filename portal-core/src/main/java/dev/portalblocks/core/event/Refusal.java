// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import java.util.UUID;

/**
 * That a subscriber did not take an event.
 *
 * @param event the event's id
 * @param type the event's type, at most 200 characters
 * @param failure what the subscriber threw, by the name of its class, and the code of a {@code PortalException}; at most 300
 *     characters
 */
public record Refusal(UUID event, String type, String failure) {}
