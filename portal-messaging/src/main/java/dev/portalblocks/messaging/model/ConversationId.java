// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.TenantId;
import java.util.UUID;

/**
 * A conversation.
 *
 * @param tenant whose it is
 * @param value its id
 */
public record ConversationId(TenantId tenant, UUID value) {}
