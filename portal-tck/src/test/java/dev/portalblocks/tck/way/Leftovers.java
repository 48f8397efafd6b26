// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TenantId;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.UUID;

/** What processes have left that died while they uploaded: bytes of a row that nobody renews, and bytes without a row. */
final class Leftovers {
    private static final long LONG_AGO = 0x0000_0000_0001_7000L;

    private Leftovers() {}

    /** Leaves both with a tenant. */
    static void in(Composition portal, TenantId tenant) {
        abandonedIn(portal, tenant);
        portal.bytes.write(tenant, stray(tenant), new ByteArrayInputStream(new byte[1]), 1);
    }

    /** Leaves bytes of a row that nobody renews with a tenant, unless they are there still. */
    static void abandonedIn(Composition portal, TenantId tenant) {
        StoredContent row = StoredContent.staged(tenant, abandoned(tenant), null, Instant.EPOCH);
        if (portal.core.domain().write(tx -> portal.core.catalog().insert(tx, row))) {
            portal.bytes.write(tenant, row.ref(), new ByteArrayInputStream(new byte[1]), 1);
        }
    }

    /** Returns the reference of the bytes whose row nobody renews. */
    static ContentRef abandoned(TenantId tenant) {
        return ref(tenant, 1);
    }

    /** Returns the reference of the bytes without a row. */
    static ContentRef stray(TenantId tenant) {
        return ref(tenant, 2);
    }

    private static ContentRef ref(TenantId tenant, int number) {
        return ContentRef.of(new UUID(LONG_AGO + number, Long.MIN_VALUE + tenant.hashCode()));
    }
}
