// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.Asset;
import java.time.Instant;

/**
 * An uploaded file as it is stored.
 *
 * @param tenant whose portal
 * @param asset what it is; articles may link the same bytes under other paths
 * @param uploadedAt when
 */
public record StoredAsset(
        TenantId tenant, @NotPersonal("an editorial file") Asset asset, Instant uploadedAt) {}
