// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.Category;

/**
 * A category as it is stored.
 *
 * @param tenant whose portal
 * @param category what it is
 */
public record StoredCategory(
        TenantId tenant,
        @NotPersonal("a heading of the editors") Category category) {}
