// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.Tx;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What {@link JoiningContract} needs: a domain, the smallest of its stores to see by, and an application whose
 * transactions are joined.
 *
 * @param domain is tested
 * @param store of that domain, without keys
 * @param host has the transactions
 * @param <H> as what it hands over its transaction
 */
public record JoiningFixture<H>(JoinableDomain<H> domain, TenantKeyStore store, Host<H> host) {

    /**
     * An application with transactions of its own, over the storage of the domain.
     *
     * @param <H> as what it hands over its transaction
     */
    @FunctionalInterface
    public interface Host<H> {
        /**
         * Begins a transaction on this thread, hands it to the work, and commits it where the work returns. Where the
         * work throws, rolls back and throws the same.
         */
        <R> R transaction(Function<H, R> work);
    }

    /** Runs the work in a transaction of the host's and joins that. */
    <R> R joined(Supplier<R> work) {
        return host.transaction(tx -> domain.joining(tx, work));
    }

    /** Runs the work in a writing part of the transaction that is joined. */
    <R> R part(BiFunction<Tx, TenantKeyStore, R> work) {
        return domain.write(tx -> work.apply(tx, store));
    }

    /** Writes a row in a part. */
    boolean puts(String name) {
        return part((tx, keys) -> Keys.put(keys, tx, name));
    }

    /** Looks in a reading transaction, or a reading part of the transaction that is joined. */
    boolean isThere(String name) {
        return domain.<Boolean>read(tx -> Keys.isThere(store, tx, name));
    }
}
