// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;

/**
 * What happened after a search.
 *
 * @param tenant whose portal
 * @param token the hash of the search's token
 * @param kind what happened
 * @param notedAt the minute in which it did
 */
public record StoredSign(
        TenantId tenant,

        @NotPersonal("the hash of a random token, dropped after half an hour")
        String token,

        Kind kind,
        Instant notedAt) {
    /** What can happen after a search. */
    public enum Kind {
        /** Something of what was found was opened. */
        OPENED,
        /** A message to the company followed. */
        FOLLOWED
    }
}
