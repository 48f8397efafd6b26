// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * One use of an idempotency key.
 *
 * @param tenant whose portal
 * @param fingerprint HMAC of actor, principal, operation and key, hexadecimal
 * @param command HMAC of the command, hexadecimal
 * @param resultId the id of what was created
 * @param at when
 */
public record IdempotencyClaim(
        TenantId tenant,
        @NotPersonal("an HMAC") String fingerprint,
        @NotPersonal("an HMAC") String command,
        UUID resultId,
        Instant at) {}
