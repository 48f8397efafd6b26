// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and fingerprints with a tenant's key (HMAC-SHA-256, RFC 2104). The key is made on first use, {@linkplain
 * TransactionDomain#apart apart} from a transaction of the application that is joined, so that it outlasts a rollback of
 * that one; and then it is kept in memory. A key that was read or made in the application's own transaction may be gone
 * with it, and so is not kept. Call it outside of an operation's transaction.
 *
 * <p>Thread-safe.
 */
final class TenantKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final TransactionDomain domain;
    private final TenantKeyStore store;
    private final RandomGenerator random;
    private final ConcurrentHashMap<TenantId, byte[]> known = new ConcurrentHashMap<>();

    /** A key, and whether it is there whatever the application does. */
    private static final class Found {
        private final byte[] key;
        private final boolean lasts;

        Found(byte[] key, boolean lasts) {
            this.key = key;
            this.lasts = lasts;
        }
    }

    /** Takes keys from the store, new ones from the source of randomness. */
    TenantKeys(TransactionDomain domain, TenantKeyStore store, RandomGenerator random) {
        this.domain = domain;
        this.store = store;
        this.random = random;
    }

    /**
     * Returns the 32 bytes that only this tenant's key makes of these parts. Equal parts for another purpose give other
     * bytes, and so does another division of the same bytes into parts.
     */
    byte[] hmac(TenantId tenant, String purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(tenant), ALGORITHM));
            update(mac, purpose.getBytes(StandardCharsets.UTF_8));
            for (byte[] part : parts) {
                update(mac, part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static void update(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }

    private byte[] key(TenantId tenant) {
        byte[] cached = known.get(tenant);
        if (cached != null) {
            return cached;
        }
        Found found = domain.<Optional<Found>>read(
                        tx -> store.find(tx, tenant).map(key -> new Found(key, !tx.isJoined())))
                .orElseGet(() -> domain.apart(tx -> new Found(store.putIfAbsent(tx, tenant, fresh()), !tx.isJoined())));
        if (found.lasts) {
            known.put(tenant, found.key);
        }
        return found.key;
    }

    private byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
