// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link TransactionDomain}: implement it in a test class and return the domain to be tested, with the
 * smallest of its stores to see by.
 */
@ContractOf(TransactionDomain.class)
public interface TransactionDomainContract {
    /** Returns a domain and a store of it without keys; asked once, at the beginning of each test. */
    StoreFixture<TenantKeyStore> fixture();

    /** And its result comes back. */
    @Test
    @Promise(1)
    default void workThatReturnsIsCommittedBeforeTheCallReturns() {
        StoreFixture<TenantKeyStore> domain = fixture();
        try (Companion other = new Companion()) {
            String result = domain.write((tx, keys) -> {
                Keys.put(keys, tx, "a");
                return "result";
            });
            assertThat(result).isEqualTo("result");
            assertThat(other.does(() -> Keys.isThere(domain, "a"))).isTrue();
        }
    }

    /** Whatever it throws, from its first write to behind its last. */
    @Test
    @Promise(1)
    default void workThatThrowsLeavesNothing() {
        StoreFixture<TenantKeyStore> domain = fixture();
        for (Throwable thrown : List.of(new IllegalStateException("test"), new AssertionError("test"))) {
            assertThatThrownBy(() -> domain.change((tx, keys) -> {
                        Keys.put(keys, tx, "a");
                        Keys.put(keys, tx, "b");
                        Keys.sneak(thrown);
                    }))
                    .isSameAs(thrown);
            assertThatThrownBy(() -> domain.read((tx, keys) -> Keys.sneak(thrown)))
                    .isSameAs(thrown);
        }
        assertThat(Keys.isThere(domain, "a")).isFalse();
        assertThat(Keys.isThere(domain, "b")).isFalse();
        domain.change((tx, keys) -> Keys.put(keys, tx, "a"));
        assertThat(Keys.isThere(domain, "a"))
                .as("the next work is not disturbed")
                .isTrue();
    }

    /** Neither a reader nor a writer sees what is not committed. */
    @Test
    @Promise(2)
    default void nobodySeesWhatIsNotCommitted() {
        StoreFixture<TenantKeyStore> domain = fixture();
        try (Companion other = new Companion()) {
            domain.change((tx, keys) -> {
                Keys.put(keys, tx, "a");
                assertThat(other.does(() -> Keys.isThere(domain, "a"))).isFalse();
                boolean seenByWriter = other.does(() -> domain.write((t, k) -> Keys.isThere(k, t, "a")));
                assertThat(seenByWriter).isFalse();
                Keys.put(keys, tx, "b");
                assertThat(other.does(() -> Keys.isThere(domain, "a"))).isFalse();
            });
        }
    }

    /** Four write pairs, four look for halves of them. */
    @Test
    @Promise(2)
    default void aCommitIsSeenWhole() {
        StoreFixture<TenantKeyStore> domain = fixture();
        int pairs = 100;
        List<Outcome<Boolean>> outcomes = Race.of(8, runner -> {
            for (int i = 0; i < pairs; i++) {
                String pair = runner / 2 + "-" + i;
                if (runner % 2 == 0) {
                    domain.change((tx, keys) -> Keys.putBoth(keys, tx, pair));
                } else {
                    domain.read((tx, keys) -> Keys.assertWhole(keys, tx, pair));
                }
            }
            return true;
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.orFail()).isTrue());
    }

    /** Also of rows that it has not looked at before. */
    @Test
    @Promise(3)
    default void aReaderSeesOneStateToTheEnd() {
        StoreFixture<TenantKeyStore> domain = fixture();
        domain.change((tx, keys) -> Keys.put(keys, tx, "before"));
        try (Companion other = new Companion()) {
            List<Boolean> seen = domain.read((tx, keys) -> {
                boolean before = Keys.isThere(keys, tx, "before");
                boolean absent = Keys.isThere(keys, tx, "a");
                other.does(() -> domain.write((t, k) -> Keys.put(k, t, "a") && Keys.put(k, t, "b")));
                return List.of(before, absent, Keys.isThere(keys, tx, "a"), Keys.isThere(keys, tx, "b"));
            });
            assertThat(seen).containsExactly(true, false, false, false);
            assertThat(Keys.isThere(domain, "b")).as("of the next reader").isTrue();
        }
    }

    /** Not for a row that is written, nor for one beside it. */
    @Test
    @Promise(3)
    default void aReaderWaitsForNoWriter() {
        StoreFixture<TenantKeyStore> domain = fixture();
        try (Companion reader = new Companion()) {
            domain.change((tx, keys) -> {
                Keys.put(keys, tx, "a");
                String read = reader.does(() -> domain.read((t, k) -> {
                    k.find(t, Keys.id("a"));
                    k.find(t, Keys.id("b"));
                    return "read";
                }));
                assertThat(read).isEqualTo("read");
            });
        }
    }

    /** At once, without a commit. */
    @Test
    @Promise(4)
    default void aWriterSeesItsOwnWrites() {
        StoreFixture<TenantKeyStore> domain = fixture();
        domain.change((tx, keys) -> {
            assertThat(Keys.isThere(keys, tx, "a")).isFalse();
            Keys.put(keys, tx, "a");
            assertThat(Keys.isThere(keys, tx, "a")).isTrue();
        });
    }

    /** Also when it had read the row before. */
    @Test
    @Promise(4)
    default void aWriterSeesWhatOthersCommittedMeanwhile() {
        StoreFixture<TenantKeyStore> domain = fixture();
        try (Companion other = new Companion()) {
            domain.change((tx, keys) -> {
                assertThat(Keys.isThere(keys, tx, "a")).isFalse();
                other.does(() -> domain.write((t, k) -> Keys.put(k, t, "a")));
                assertThat(Keys.isThere(keys, tx, "a")).isTrue();
            });
        }
    }

    /** A second writer of the row gets what the first one commits. */
    @Test
    @Promise(4)
    default void aWrittenRowIsTheWritersUntilItEnds() {
        StoreFixture<TenantKeyStore> domain = fixture();
        try (Companion other = new Companion()) {
            Future<byte[]> second = domain.write((tx, keys) -> {
                keys.putIfAbsent(tx, Keys.id("a"), new byte[] {1});
                return other.begins(() -> domain.write((t, k) -> k.putIfAbsent(t, Keys.id("a"), new byte[] {2})));
            });
            assertThat(Outcome.of(second).orFail()).containsExactly(1);
            assertThat(Keys.isThere(domain, "a")).isTrue();
        }
    }

    /** Circles of two and of three: each holds its own row and wants the next one's. */
    @Test
    @Promise(5)
    default void aCircleOfWaitingIsBrokenRetryably() {
        StoreFixture<TenantKeyStore> domain = fixture();
        for (int size : new int[] {2, 3}) {
            CountDownLatch allHoldOne = new CountDownLatch(size);
            List<Outcome<Boolean>> outcomes = Race.of(
                    size,
                    runner -> domain.write((tx, keys) -> Keys.put(keys, tx, size + "-" + runner)
                            && Keys.isMet(allHoldOne)
                            && Keys.put(keys, tx, size + "-" + (runner + 1) % size)));

            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.isSuccess())
                    .allSatisfy(outcome -> assertThat(outcome.failure())
                            .isInstanceOfSatisfying(
                                    PortalException.StorageFailure.class,
                                    e -> assertThat(e.isRetryable()).isTrue()));
            // Where one lock is for all rows there are no circles: then not all hold one, and the answer is false.
            assertThat(outcomes)
                    .as("a circle of %d, in which nobody gave way", size)
                    .anySatisfy(outcome -> assertThat(outcome.value()).isNotEqualTo(true));
        }
    }

    /** Whatever kinds the two are; and the outer one goes on unharmed. */
    @Test
    @Promise(6)
    default void aTransactionInsideAnotherIsRefused() {
        StoreFixture<TenantKeyStore> domain = fixture();
        domain.change((tx, keys) -> {
            Keys.assertNothingBegins(domain.domain());
            Keys.put(keys, tx, "a");
        });
        boolean committed = domain.read((tx, keys) -> {
            Keys.assertNothingBegins(domain.domain());
            return Keys.isThere(keys, tx, "a");
        });
        assertThat(committed).isTrue();
    }

    /** Nesting is a matter of one thread. */
    @Test
    @Promise(6)
    default void transactionsOfOtherThreadsAreNotRefused() {
        StoreFixture<TenantKeyStore> domain = fixture();
        List<Outcome<Boolean>> outcomes =
                Race.of(8, runner -> domain.write((tx, keys) -> Keys.put(keys, tx, "k" + runner)));

        assertThat(IntStream.range(0, 8))
                .allSatisfy(runner -> assertThat(outcomes.get(runner).orFail()).isTrue());
    }

    /** Whoever gave way in a circle, and goes on as if nothing were. */
    @Test
    @Promise(7)
    default void aFailureThatTheWorkCaughtIsThrownAtItsEnd() {
        StoreFixture<TenantKeyStore> domain = fixture();
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        AtomicInteger met = new AtomicInteger();
        Set<Integer> told = ConcurrentHashMap.newKeySet();
        List<Outcome<Boolean>> outcomes = Race.of(
                2,
                runner -> domain.write((tx, keys) -> {
                    Keys.put(keys, tx, "mark-" + runner);
                    Keys.put(keys, tx, "row-" + runner);
                    met.addAndGet(Keys.isMet(bothHoldOne) ? 1 : 0);
                    try {
                        return Keys.put(keys, tx, "row-" + (1 - runner));
                    } catch (PortalException.StorageFailure e) {
                        return told.add(runner);
                    }
                }));
        // where one lock is for all rows, the two did not meet and nobody failed
        assertThat(told.isEmpty()).as("nobody gave way").isEqualTo(met.get() < 2);
        assertThat(told).allSatisfy(runner -> {
            assertThat(outcomes.get(runner).failure()).isInstanceOf(PortalException.StorageFailure.class);
            assertThat(Keys.isThere(domain, "mark-" + runner)).isFalse();
        });
    }

    /** Also behind a read. */
    @Test
    @Promise(8)
    default void aReaderCannotWrite() {
        StoreFixture<TenantKeyStore> domain = fixture();
        Keys.assertRefused(() -> domain.read((tx, keys) -> Keys.put(keys, tx, "a")));
        Keys.assertRefused(() -> domain.read((tx, keys) -> !Keys.isThere(keys, tx, "a") && Keys.put(keys, tx, "a")));
        assertThat(Keys.isThere(domain, "a")).isFalse();
    }

    /** And its result comes back. */
    @Test
    @Promise(9)
    default void workApartIsCommittedBeforeTheCallReturns() {
        StoreFixture<TenantKeyStore> domain = fixture();
        boolean result = domain.domain().apart(tx -> Keys.put(domain.store(), tx, "a") && !tx.isJoined());
        assertThat(result).isTrue();
        assertThat(Keys.isThere(domain, "a")).isTrue();
    }

    /** And its exception reaches the caller as it is. */
    @Test
    @Promise(9)
    default void workApartThatThrowsLeavesNothing() {
        StoreFixture<TenantKeyStore> domain = fixture();
        Throwable thrown = new IllegalStateException("test");
        assertThatThrownBy(() -> domain.domain().apart(tx -> Keys.put(domain.store(), tx, "a") && Keys.sneak(thrown)))
                .isSameAs(thrown);
        assertThat(Keys.isThere(domain, "a")).isFalse();
    }
}
