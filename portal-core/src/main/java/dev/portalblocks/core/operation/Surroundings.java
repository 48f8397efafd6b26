// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.mandate.MandateSource;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What the runtime is handed instead of reaching for it: a test that owns these owns the run.
 *
 * @param clock the time
 * @param random randomness, fit for keys
 * @param policy the access rule
 * @param mandates who may act for whom
 * @param rest how a thread waits before it tries again
 * @param zones where a tenant's day begins
 */
public record Surroundings(
        InstantSource clock,
        RandomGenerator random,
        AccessPolicy policy,
        MandateSource mandates,
        Rest rest,
        TenantZones zones) {
    /** Takes these, has threads sleep before they try again, and counts in Berlin's time. */
    public Surroundings(InstantSource clock, RandomGenerator random, AccessPolicy policy, MandateSource mandates) {
        this(clock, random, policy, mandates, Rest.sleeping(), TenantZones.GERMAN);
    }
}
