// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.TenantId;

/**
 * What a subscriber gets of one tenant.
 *
 * @param tenant whose events
 * @param name the {@linkplain EventSubscriber#name() subscriber's name}
 */
public record Subscription(TenantId tenant, String name) {}
