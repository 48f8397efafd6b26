// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** The seeds of a randomised test: some that stay, one that is new each time; or the one of {@code -Dportal.seed=}. */
final class Seeds {

    private Seeds() {}

    static void forEach(int fixed, Consumer<Random> test) {
        Long wanted = Long.getLong("portal.seed");
        if (wanted != null) {
            run(wanted, test);
            return;
        }
        for (long seed = 1; seed <= fixed; seed++) {
            run(seed, test);
        }
        run(ThreadLocalRandom.current().nextLong(), test);
    }

    private static void run(long seed, Consumer<Random> test) {
        try {
            test.accept(new Random(seed));
        } catch (RuntimeException | Error e) {
            throw new AssertionError("Failed; repeat with -Dportal.seed=" + seed, e);
        }
    }
}
