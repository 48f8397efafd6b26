// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Tells a repeat from a first attempt by the caller's key. Thread-safe. */
final class Repeats {
    private final IdempotencyStore store;
    private final TenantKeys keys;

    Repeats(IdempotencyStore store, TenantKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * What of an attempt is kept.
     *
     * @param fingerprint of actor, principal, operation and key
     * @param command of what was asked for
     */
    record Attempt(String fingerprint, String command) {}

    /**
     * Fingerprints an attempt; in whose name it is made is part of who makes it. Outside a transaction, because it may need a key of the tenant's.
     */
    Attempt attempt(Operation operation, Actor actor, IdempotencyKey key, byte[]... command) {
        byte[] who = bytes(actor.kind() + "/" + actor.identity());
        CustomerId principal = actor.actsFor();
        byte[] whom = bytes(principal == null ? "" : principal.value());
        byte[] fingerprint =
                keys.hmac(actor.tenant(), "idempotency-key", who, whom, bytes(operation.name()), bytes(key.value()));
        byte[] content = keys.hmac(actor.tenant(), "idempotent-command", command);
        return new Attempt(hex(fingerprint), hex(content));
    }

    /**
     * Claims the key for the id, and returns the id of what an earlier attempt has created; empty where this is the first.
     * An earlier attempt at something else is a {@link PortalException.Conflict} {@code idempotency-key.reused}.
     */
    Optional<UUID> earlier(OperationContext context, Attempt attempt, UUID id) {
        IdempotencyClaim claim = new IdempotencyClaim(
                context.actor().tenant(), attempt.fingerprint(), attempt.command(), id, context.now());
        Optional<IdempotencyClaim> earlier = store.claim(context.tx(), claim);
        if (earlier.isPresent() && !earlier.get().command().equals(attempt.command())) {
            throw new PortalException.Conflict("idempotency-key.reused");
        }
        return earlier.map(IdempotencyClaim::resultId);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
