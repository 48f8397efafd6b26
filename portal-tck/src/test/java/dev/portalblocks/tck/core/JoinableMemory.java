// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.crypto.memory.MemoryTenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The memory with a host that it joins rightly; each broken one overrides the method in which it goes wrong. */
class JoinableMemory implements JoinableDomain<Tx>, TenantKeyStore {
    final Memory memory = new Memory();
    final TenantKeyStore keys = new MemoryTenantKeyStore(memory);
    private final ThreadLocal<Boolean> joining = ThreadLocal.withInitial(() -> false);

    /** A transaction of the memory that says of itself what a broken domain says. */
    private record Posing(Tx tx, boolean isJoined) implements Tx {
        @Override
        public boolean isReadOnly() {
            return tx.isReadOnly();
        }
    }

    static Tx posing(Tx tx, boolean joined) {
        return new Posing(tx, joined);
    }

    private static Tx unmasked(Tx tx) {
        return tx instanceof Posing posing ? posing.tx() : tx;
    }

    /** Runs the work in a transaction that ends well though the work throws. */
    static <R> R endingWell(Function<Function<Tx, Optional<R>>, Optional<R>> transaction, Function<Tx, R> work) {
        List<RuntimeException> thrown = new ArrayList<>();
        Optional<R> result = transaction.apply(tx -> {
            try {
                return Optional.of(work.apply(tx));
            } catch (IllegalStateException e) {
                thrown.add(e);
                return Optional.empty();
            }
        });
        return result.orElseThrow(() -> thrown.get(0));
    }

    @Override
    public <R> R write(Function<Tx, R> work) {
        return memory.write(work);
    }

    @Override
    public <R> R read(Function<Tx, R> work) {
        return memory.read(work);
    }

    @Override
    public <R> R apart(Function<Tx, R> work) {
        return memory.apart(work);
    }

    @Override
    public <R> R joining(Tx host, Supplier<R> work) {
        return memory.joining(unmasked(host), () -> {
            joining.set(true);
            try {
                return work.get();
            } finally {
                joining.remove();
            }
        });
    }

    /** Is the host's. */
    <R> R transaction(Function<Tx, R> work) {
        return memory.write(work);
    }

    @Override
    public boolean isJoining() {
        return joining.get();
    }

    @Override
    public Optional<byte[]> find(Tx tx, TenantId tenant) {
        return keys.find(unmasked(tx), tenant);
    }

    @Override
    public byte[] putIfAbsent(Tx tx, TenantId tenant, byte[] key) {
        return keys.putIfAbsent(unmasked(tx), tenant, key);
    }

    JoiningFixture<Tx> fixture() {
        return new JoiningFixture<>(this, this, this::transaction);
    }
}
