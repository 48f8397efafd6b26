// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.publishing;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;

/** Two tenants, all that one of them has, and a moment. */
final class Tenants {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("other");
    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Tenants() {}
}
