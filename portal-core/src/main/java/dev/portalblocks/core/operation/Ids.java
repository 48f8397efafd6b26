// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes UUIDs of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then a 12-bit counter that keeps the ids of
 * one instance ascending, then 62 random bits.
 *
 * <p>Ids of one instance ascend also when the clock stands still or goes back. Thread-safe.
 */
public final class Ids {
    private static final int COUNTER_BITS = 12;
    private static final int SECRET_BYTES = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;
    private long last;

    /** Takes the time from the clock and the random bits from the source. */
    public Ids(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Returns an id that is greater than all before it. */
    public UUID next() {
        long tick = nextTick(clock.millis());
        long high = ((tick >>> COUNTER_BITS) << 16) | VERSION_7 | (tick & ((1L << COUNTER_BITS) - 1));
        return new UUID(high, VARIANT | (random.nextLong() >>> 2));
    }

    /** Returns 128 random bits as 22 characters of base64url: a secret, which is no id. */
    String secret() {
        byte[] bits = new byte[SECRET_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Milliseconds and counter in one number: when the counter runs over, it borrows the next millisecond. */
    private synchronized long nextTick(long millis) {
        last = Math.max(last + 1, millis << COUNTER_BITS);
        return last;
    }
}
