// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.TenantId;
import java.time.ZoneId;

/** Where a tenant's day begins: what its editors plan and what the law counts in days is meant there. Thread-safe. */
@FunctionalInterface
public interface TenantZones {
    /** Berlin's time for everybody. */
    TenantZones GERMAN = everywhere(ZoneId.of("Europe/Berlin"));

    /** Returns this tenant's zone. */
    ZoneId of(TenantId tenant);

    /** Returns one zone for all tenants. */
    static TenantZones everywhere(ZoneId zone) {
        return tenant -> zone;
    }
}
