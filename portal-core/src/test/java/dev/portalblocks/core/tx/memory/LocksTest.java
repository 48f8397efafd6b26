// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for whom, and how waiting ends. */
@Timeout(20)
class LocksTest {

    private final Memory memory = new Memory(Duration.ofDays(1));
    private final MemoryTable<Integer, Integer> table = memory.table("table", Comparator.naturalOrder());

    @Test
    void noUpdateIsLost() throws Exception {
        int threads = 32;
        int rounds = 250;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> done = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            done.add(pool.submit(() -> {
                for (int round = 0; round < rounds; round++) {
                    int key = (thread + round) % 3;
                    memory.write(tx -> {
                        int before = table.findForUpdate(tx, key).orElse(0);
                        table.put(tx, key, before + 1);
                        return 0;
                    });
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        pool.shutdown();
        int sum = memory.read(tx -> table.all(tx)
                .map(Map.Entry::getValue)
                .mapToInt(Integer::intValue)
                .sum());
        assertThat(sum).isEqualTo(threads * rounds);
    }

    @Test
    void ofTransactionsThatWaitInACircleOneEndsAndTheOthersGoOn() {
        try (Peer a = Peer.writing(memory);
                Peer b = Peer.writing(memory);
                Peer c = Peer.writing(memory)) {
            a.does(tx -> table.insert(tx, 1, 1));
            b.does(tx -> table.insert(tx, 2, 2));
            c.does(tx -> table.insert(tx, 3, 3));
            CompletableFuture<Boolean> aWaits = a.begins(tx -> table.insert(tx, 2, 1));
            Peer.awaitWaiting(memory, 1);
            CompletableFuture<Boolean> bWaits = b.begins(tx -> table.insert(tx, 3, 2));
            Peer.awaitWaiting(memory, 2);
            assertRefused(c.begins(tx -> table.insert(tx, 1, 3)), "storage.deadlock", true);
            c.rollsBack();
            assertThat(Peer.result(bWaits)).isTrue();
            b.commits();
            assertThat(Peer.result(aWaits)).isFalse();
            a.commits();
        }
        assertThat(memory.contents().get("table"))
                .isEqualTo(List.of(Map.entry(1, 1), Map.entry(2, 2), Map.entry(3, 2)));
    }

    @Test
    void circleThroughTheQueueOfALockIsFound() {
        try (Peer a = Peer.writing(memory);
                Peer b = Peer.writing(memory);
                Peer c = Peer.writing(memory)) {
            a.does(tx -> table.insert(tx, 1, 1));
            c.does(tx -> table.insert(tx, 3, 3));
            CompletableFuture<Boolean> bWaits = b.begins(tx -> table.insert(tx, 1, 2));
            Peer.awaitWaiting(memory, 1);
            CompletableFuture<Boolean> cWaits = c.begins(tx -> table.insert(tx, 1, 3));
            Peer.awaitWaiting(memory, 2);
            a.rollsBack();
            assertThat(Peer.result(bWaits)).isTrue(); // now c waits for b
            assertRefused(b.begins(tx -> table.insert(tx, 3, 2)), "storage.deadlock", true);
            b.rollsBack();
            assertThat(Peer.result(cWaits)).isTrue();
        }
    }

    @Test
    void waitersGetTheLockInTheOrderOfAsking() {
        try (Peer owner = Peer.writing(memory);
                Peer second = Peer.writing(memory);
                Peer third = Peer.writing(memory)) {
            owner.does(tx -> table.insert(tx, 1, 1));
            CompletableFuture<Optional<Integer>> secondWaits = second.begins(tx -> table.findForUpdate(tx, 1));
            Peer.awaitWaiting(memory, 1);
            CompletableFuture<Optional<Integer>> thirdWaits = third.begins(tx -> table.findForUpdate(tx, 1));
            Peer.awaitWaiting(memory, 2);
            owner.commits();
            assertThat(Peer.result(secondWaits)).contains(1);
            assertThat(thirdWaits).isNotDone();
            second.does(tx -> table.delete(tx, 1));
            second.commits();
            assertThat(Peer.result(thirdWaits)).isEmpty();
        }
    }

    @Test
    void waitingHasALimit() {
        Memory hasty = new Memory(Duration.ofMillis(20));
        MemoryTable<Integer, Integer> rows = hasty.table("table", Comparator.naturalOrder());
        try (Peer owner = Peer.writing(hasty)) {
            owner.does(tx -> rows.insert(tx, 1, 1));
            assertThatThrownBy(() -> hasty.write(tx -> rows.insert(tx, 1, 2)))
                    .isInstanceOfSatisfying(StorageFailure.class, e -> {
                        assertThat(e.code()).isEqualTo("storage.lock-timeout");
                        assertThat(e.isRetryable()).isTrue();
                    });
            owner.commits();
        }
        assertThat(hasty.<Boolean>write(tx -> rows.insert(tx, 1, 2))).isFalse();
        assertThatThrownBy(() -> new Memory(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void interruptEndsWaitingAndKeepsTheFlag() {
        try (Peer owner = Peer.writing(memory);
                Peer waiter = Peer.writing(memory)) {
            owner.does(tx -> table.insert(tx, 1, 1));
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            CompletableFuture<Boolean> waits = waiter.begins(tx -> {
                try {
                    return table.insert(tx, 1, 2);
                } finally {
                    flag.complete(Thread.interrupted());
                }
            });
            Peer.awaitWaiting(memory, 1);
            waiter.interrupt();
            assertRefused(waits, "storage.interrupted", false);
            assertThat(Peer.result(flag)).isTrue();
            waiter.rollsBack();
            assertThat(owner.<Optional<Integer>>does(tx -> table.find(tx, 1))).contains(1);
        }
    }

    @Test
    void afterARefusedLockNothingIsCommittedEvenIfTheWorkGoesOn() {
        try (Peer a = Peer.writing(memory);
                Peer b = Peer.writing(memory)) {
            a.does(tx -> table.insert(tx, 1, 1));
            b.does(tx -> table.insert(tx, 2, 2));
            CompletableFuture<Boolean> waits = a.begins(tx -> table.insert(tx, 2, 1));
            Peer.awaitWaiting(memory, 1);
            assertRefused(b.begins(tx -> table.insert(tx, 1, 2)), "storage.deadlock", true);
            assertThatThrownBy(b::commits).isInstanceOf(StorageFailure.class);
            assertThat(Peer.result(waits)).isTrue();
            a.commits();
        }
        assertThat(memory.contents().get("table")).isEqualTo(List.of(Map.entry(1, 1), Map.entry(2, 1)));
    }

    private static void assertRefused(CompletableFuture<?> step, String code, boolean retryable) {
        assertThatThrownBy(() -> Peer.result(step)).isInstanceOfSatisfying(StorageFailure.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.isRetryable()).isEqualTo(retryable);
        });
    }
}
