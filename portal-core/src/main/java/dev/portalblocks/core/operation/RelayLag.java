// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.time.Duration;

/**
 * How far a subscriber is behind.
 *
 * @param tenants how many tenants were looked at, now or the last time
 * @param stopped how many of their lanes stand still for a dead letter; of each tenant a hundred are counted
 * @param longest for how long the oldest event waits that was found; those of lanes that stand still do not count
 * @param ofAll whether all of them were looked at now
 */
public record RelayLag(int tenants, int stopped, Duration longest, boolean ofAll) {}
