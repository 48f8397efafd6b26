// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;

/**
 * Says which team takes a new conversation. It is asked within the transaction that opens it, so it does not take long,
 * and has no effect of its own. Thread-safe.
 */
@FunctionalInterface
public interface Routing {
    /** Returns the team that handles a topic; a team that the directory does not have makes the topic an unknown one. */
    String teamFor(Tx tx, TenantId tenant, String topic);
}
