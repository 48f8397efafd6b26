// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The promises of {@link TenantKeyStore}: implement it in a test class and return the store to be tested. */
@ContractOf(TenantKeyStore.class)
public interface TenantKeyStoreContract {
    /** Returns a store without keys and its domain; asked once, at the beginning of each test. */
    StoreFixture<TenantKeyStore> fixture();

    /** Whatever its length, of all values of a byte. */
    @Test
    @Promise(1)
    default void findGivesTheBytesThatWereStored() {
        StoreFixture<TenantKeyStore> keys = fixture();
        SplittableRandom random = Seed.random();
        for (int length : new int[] {1, 32, 33, 256, 4_096}) {
            TenantId tenant = TenantId.of("key-" + length);
            byte[] key = Seed.bytes(random, length);
            assertThat(keys.<byte[]>write((tx, store) -> store.putIfAbsent(tx, tenant, key)))
                    .isEqualTo(key);
            assertThat(find(keys, tenant)).as("%d bytes", length).isEqualTo(key);
        }
        assertThat(keys.<Boolean>read(
                        (tx, store) -> store.find(tx, TenantId.of("unknown")).isPresent()))
                .isFalse();
    }

    /** Neither those that came in nor those that went out. */
    @Test
    @Promise(1)
    default void whatIsKeptDoesNotChangeWithTheCallersBytes() {
        StoreFixture<TenantKeyStore> keys = fixture();
        TenantId tenant = TenantId.of("acme");
        byte[] given = {1, 2, 3};
        byte[] returned = keys.write((tx, store) -> store.putIfAbsent(tx, tenant, given));
        byte[] found = find(keys, tenant);

        List.of(given, returned, found).forEach(bytes -> Arrays.fill(bytes, (byte) 9));

        assertThat(find(keys, tenant)).containsExactly(1, 2, 3);
    }

    /** In the same transaction and in a later one. */
    @Test
    @Promise(2)
    default void aSecondKeyIsNotStored() {
        StoreFixture<TenantKeyStore> keys = fixture();
        TenantId tenant = TenantId.of("acme");
        keys.change((tx, store) -> {
            assertThat(store.putIfAbsent(tx, tenant, new byte[] {1})).containsExactly(1);
            assertThat(store.putIfAbsent(tx, tenant, new byte[] {2})).containsExactly(1);
        });
        assertThat(keys.<byte[]>write((tx, store) -> store.putIfAbsent(tx, tenant, new byte[] {3})))
                .containsExactly(1);
        assertThat(find(keys, tenant)).containsExactly(1);
    }

    /** Before the first one has committed. */
    @Test
    @Promise(2)
    default void whoComesWhileAnotherStoresGetsTheSameKey() {
        StoreFixture<TenantKeyStore> keys = fixture();
        try (Companion other = new Companion()) {
            Future<byte[]> second = keys.write((tx, store) -> {
                store.putIfAbsent(tx, TenantId.of("acme"), new byte[] {1});
                return other.begins(() -> put(keys, 2));
            });
            assertThat(Outcome.of(second).orFail()).containsExactly(1);
            assertThat(find(keys, TenantId.of("acme"))).containsExactly(1);
        }
    }

    /** Eight at once. */
    @Test
    @Promise(2)
    default void ofManyAtOnceAllGetTheSameKey() {
        StoreFixture<TenantKeyStore> keys = fixture();
        List<Outcome<byte[]>> outcomes = Race.of(8, runner -> put(keys, runner));
        byte[] kept = find(keys, TenantId.of("acme"));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.orFail()).isEqualTo(kept));
    }

    /** Of names that are the same to some databases. */
    @Test
    @Promise(3)
    default void tenantsHaveKeysOfTheirOwn() {
        StoreFixture<TenantKeyStore> keys = fixture();
        List<String> names = Awkward.identifiers();
        for (int i = 0; i < names.size(); i++) {
            TenantId tenant = TenantId.of(names.get(i));
            byte[] key = {(byte) i};
            assertThat(keys.<Boolean>read((tx, store) -> store.find(tx, tenant).isPresent()))
                    .as(names.get(i))
                    .isFalse();
            keys.change((tx, store) -> store.putIfAbsent(tx, tenant, key));
        }
        for (int i = 0; i < names.size(); i++) {
            assertThat(find(keys, TenantId.of(names.get(i)))).as(names.get(i)).containsExactly(i);
        }
    }

    /** And the next one's key counts, also of one who waits for it. */
    @Test
    @Promise(4)
    default void aRolledBackTransactionLeavesNoKey() {
        StoreFixture<TenantKeyStore> keys = fixture();
        TenantId tenant = TenantId.of("acme");
        Deque<Future<byte[]>> second = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            keys.rollBack((tx, store) -> {
                store.putIfAbsent(tx, tenant, new byte[] {1});
                second.add(other.begins(() -> put(keys, 2)));
            });
            assertThat(Outcome.of(second.getLast()).orFail()).containsExactly(2);
        }
        assertThat(find(keys, tenant)).containsExactly(2);
    }

    private static byte[] put(StoreFixture<TenantKeyStore> keys, int key) {
        return keys.write((tx, store) -> store.putIfAbsent(tx, TenantId.of("acme"), new byte[] {(byte) key}));
    }

    private static byte[] find(StoreFixture<TenantKeyStore> keys, TenantId tenant) {
        return keys.read(
                (tx, store) -> store.find(tx, tenant).orElseThrow(() -> new AssertionError("No key of " + tenant)));
    }
}
