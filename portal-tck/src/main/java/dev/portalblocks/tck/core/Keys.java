// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.StoreFixture;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Rows to see a transaction by: keys, each named by a short text. */
final class Keys {
    private Keys() {}

    static TenantId id(String name) {
        return TenantId.of("key-" + name);
    }

    /** Writes a row; returns true, so that it can be joined to others. */
    static boolean put(TenantKeyStore keys, Tx tx, String name) {
        return keys.putIfAbsent(tx, id(name), name.getBytes(StandardCharsets.UTF_8)).length > 0;
    }

    static boolean isThere(TenantKeyStore keys, Tx tx, String name) {
        return keys.find(tx, id(name)).isPresent();
    }

    static boolean isThere(StoreFixture<TenantKeyStore> domain, String name) {
        return domain.read((tx, keys) -> isThere(keys, tx, name));
    }

    static void putBoth(TenantKeyStore keys, Tx tx, String pair) {
        put(keys, tx, pair + "-left");
        put(keys, tx, pair + "-right");
    }

    /** Whichever half is there when it is looked for first, the other one is there, too. */
    static boolean assertWhole(TenantKeyStore keys, Tx tx, String pair) {
        boolean left = isThere(keys, tx, pair + "-left");
        boolean right = isThere(keys, tx, pair + "-right");
        boolean leftAgain = isThere(keys, tx, pair + "-left");
        assertThat(left && !right).as("left half alone").isFalse();
        assertThat(right && !leftAgain).as("right half alone").isFalse();
        return true;
    }

    /** Counts down and returns whether all others do so within two seconds. */
    static boolean isMet(CountDownLatch latch) {
        latch.countDown();
        try {
            return latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whatever kind it is. */
    static void assertNothingBegins(TransactionDomain domain) {
        Function<Tx, String> inner = tx -> "never";
        assertRefused(() -> domain.write(inner));
        assertRefused(() -> domain.read(inner));
        assertRefused(() -> domain.apart(inner));
    }

    static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }

    /** Throws what a work can throw, and declares nothing. */
    static boolean sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
