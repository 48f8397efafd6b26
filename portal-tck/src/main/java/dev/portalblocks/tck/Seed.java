// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The one number that decides everything random in the contracts: {@code -Dportal.seed=}, else always the same. A
 * failure names it.
 */
public final class Seed {
    /** The system property that sets the seed. */
    public static final String PROPERTY = "portal.seed";

    private static final long USUAL = 4711;

    private Seed() {}

    /** Returns the seed of this run. */
    public static long value() {
        return Long.getLong(PROPERTY, USUAL);
    }

    /** Returns a new source of random numbers that begins with the seed; not for several threads. */
    public static SplittableRandom random() {
        return new SplittableRandom(value());
    }

    /** Returns {@code length} random bytes. */
    public static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns a random UUID, of any time and version: its signed halves sort unlike its text. */
    public static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
