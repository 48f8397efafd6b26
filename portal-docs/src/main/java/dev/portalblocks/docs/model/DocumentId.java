// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.TenantId;
import java.util.UUID;

/**
 * A document.
 *
 * @param tenant whose it is
 * @param value its id
 */
public record DocumentId(TenantId tenant, UUID value) {}
