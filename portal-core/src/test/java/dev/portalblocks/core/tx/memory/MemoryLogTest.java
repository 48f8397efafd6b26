// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Order, positions and removal in logs. */
@Timeout(60)
class MemoryLogTest {

    private final Memory memory = new Memory();
    private final MemoryLog<String, Integer> log = memory.log("log", Comparator.naturalOrder());

    private List<MemoryLog.Entry<Integer>> after(String key, long commit, long offset, int limit) {
        return memory.read(tx -> log.after(tx, key, commit, offset, limit));
    }

    private long append(String key, int... elements) {
        memory.write(tx -> {
            for (int element : elements) {
                log.append(tx, key, element);
            }
            return 0;
        });
        List<MemoryLog.Entry<Integer>> all = after(key, 0, 0, Integer.MAX_VALUE);
        return all.get(all.size() - 1).commit();
    }

    @Test
    void entriesFollowInTheOrderOfCommitsAndAppends() {
        append("k", 1, 2);
        append("j", 9);
        append("k", 3);
        assertThat(after("k", 0, 0, 9))
                .containsExactly(
                        new MemoryLog.Entry<>(1, 0, 1), new MemoryLog.Entry<>(1, 1, 2), new MemoryLog.Entry<>(3, 0, 3));
        assertThat(after("k", 1, 0, 1)).containsExactly(new MemoryLog.Entry<>(1, 1, 2));
        assertThat(after("k", 1, 1, 9)).containsExactly(new MemoryLog.Entry<>(3, 0, 3));
        assertThat(after("k", 3, 0, 9)).isEmpty();
        assertThat(after("i", 0, 0, 9)).isEmpty();
        assertThat(after("l", 0, 0, 9)).isEmpty();
        assertThat(after("k", 0, 0, 0)).isEmpty();
    }

    @Test
    void whoAppendsFirstAndCommitsLateIsStillFoundByWhoReadsOn() {
        try (Peer late = Peer.writing(memory)) {
            late.does(tx -> {
                log.append(tx, "k", 1);
                return log.after(tx, "k", 0, 0, 9);
            });
            long seen = append("k", 2);
            assertThat(after("k", 0, 0, 9)).extracting(MemoryLog.Entry::element).containsExactly(2);
            late.commits();
            assertThat(after("k", seen, 0, 9))
                    .extracting(MemoryLog.Entry::element)
                    .containsExactly(1);
        }
    }

    @Test
    void removalIsSeenByItsTransactionAtOnceByOthersAfterTheCommitAndNotBySnapshots() {
        append("k", 1);
        long second = append("k", 2);
        append("k", 3);
        append("l", 4);
        try (Peer reader = Peer.reading(memory);
                Peer remover = Peer.writing(memory)) {
            List<MemoryLog.Entry<Integer>> left = remover.does(tx -> {
                log.removeUpTo(tx, "k", second, 0);
                return log.after(tx, "k", 0, 0, 9);
            });
            assertThat(left).extracting(MemoryLog.Entry::element).containsExactly(3);
            assertThat(after("k", 0, 0, 9)).hasSize(3);
            remover.commits();
            assertThat(after("k", 0, 0, 9)).isEqualTo(left);
            assertThat(reader.<List<?>>does(tx -> log.after(tx, "k", 0, 0, 9))).hasSize(3);
        }
        assertThat(memory.contents().get("log")).hasSize(2);
        assertThat(log.rows().size()).isEqualTo(2);
    }

    @Test
    void removalEndsAtAPositionAlsoInTheMiddleOfACommit() {
        long commit = append("k", 1, 2, 3);
        List<MemoryLog.Entry<Integer>> left = memory.write(tx -> {
            log.removeUpTo(tx, "k", commit, 1);
            log.removeUpTo(tx, "k", commit, 0);
            return log.after(tx, "k", 0, 0, 9);
        });
        assertThat(left).containsExactly(new MemoryLog.Entry<>(commit, 2, 3));
        assertThat(after("k", 0, 0, 9)).isEqualTo(left);
    }

    @Test
    void removalLeavesWhatIsCommittedAfterTheCall() {
        append("k", 1);
        try (Peer remover = Peer.writing(memory)) {
            remover.does(tx -> {
                log.removeUpTo(tx, "k", Long.MAX_VALUE, 0);
                return 0;
            });
            append("k", 2);
            remover.commits();
        }
        assertThat(after("k", 0, 0, 9)).extracting(MemoryLog.Entry::element).containsExactly(2);
    }

    @Test
    void readersWhoGoOnFromTheirLastEntryMissNothing() throws Exception {
        int writers = 6;
        int commits = 400;
        ExecutorService pool = Executors.newFixedThreadPool(writers + 2);
        List<Future<?>> written = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            written.add(pool.submit(() -> {
                for (int i = 0; i < commits; i++) {
                    int element = (writer * commits + i) * 2;
                    memory.write(tx -> {
                        log.append(tx, "k", element);
                        log.append(tx, "k", element + 1);
                        return 0;
                    });
                }
            }));
        }
        AtomicBoolean finished = new AtomicBoolean();
        List<Future<List<MemoryLog.Entry<Integer>>>> polled = new ArrayList<>();
        for (int reader = 0; reader < 2; reader++) {
            polled.add(pool.submit(() -> poll(finished)));
        }
        for (Future<?> each : written) {
            each.get();
        }
        finished.set(true);
        List<MemoryLog.Entry<Integer>> all = after("k", 0, 0, Integer.MAX_VALUE);
        assertThat(all).hasSize(writers * commits * 2);
        for (Future<List<MemoryLog.Entry<Integer>>> each : polled) {
            assertThat(each.get()).isEqualTo(all);
        }
        pool.shutdown();
    }

    private List<MemoryLog.Entry<Integer>> poll(AtomicBoolean finished) {
        List<MemoryLog.Entry<Integer>> read = new ArrayList<>();
        MemoryLog.Entry<Integer> last = new MemoryLog.Entry<>(0, 0, 0);
        while (true) {
            boolean wasFinished = finished.get();
            List<MemoryLog.Entry<Integer>> next = after("k", last.commit(), last.offset(), 7);
            if (next.isEmpty() && wasFinished) {
                return read;
            }
            read.addAll(next);
            last = read.isEmpty() ? last : read.get(read.size() - 1);
        }
    }

    @Test
    void contentsNameTheKeys() {
        append("k", 1);
        assertThat(memory.contents().get("log")).isEqualTo(List.of(Map.entry("k", new MemoryLog.Entry<>(1, 0, 1))));
    }
}
