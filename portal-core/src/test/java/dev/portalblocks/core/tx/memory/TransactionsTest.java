// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every transaction domain promises, and which transactions are refused. */
@Timeout(60)
class TransactionsTest {

    private final Memory memory = new Memory();
    private final MemoryTable<String, Integer> table = memory.table("table", Comparator.naturalOrder());
    private final MemoryLog<String, String> log = memory.log("log", Comparator.naturalOrder());

    @Test
    void workThatReturnsIsCommittedBeforeTheCallReturns() {
        String result = memory.write(tx -> {
            table.put(tx, "a", 1);
            log.append(tx, "k", "one");
            return "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(memory.contents())
                .containsExactly(
                        Map.entry("log", List.of(Map.entry("k", new MemoryLog.Entry<>(1, 0, "one")))),
                        Map.entry("table", List.of(Map.entry("a", 1))));
    }

    @Test
    void workThatThrowsAtAnyStepLeavesNothingAndItsExceptionIsUnchanged() {
        memory.write(tx -> {
            table.put(tx, "changed", 1);
            table.put(tx, "deleted", 1);
            log.append(tx, "k", "one");
            return 0;
        });
        List<Consumer<Tx>> steps = List.of(
                tx -> table.put(tx, "changed", 2),
                tx -> table.delete(tx, "deleted"),
                tx -> table.insert(tx, "new", 2),
                tx -> table.delete(tx, "new"),
                tx -> table.findForUpdate(tx, "absent"),
                tx -> log.append(tx, "k", "two"),
                tx -> log.removeUpTo(tx, "k", 1, 0));
        Map<String, List<Object>> before = memory.contents();
        for (Throwable thrown : List.of(new IllegalStateException("x"), new AssertionError("x"))) {
            for (int done = 0; done <= steps.size(); done++) {
                List<Consumer<Tx>> first = steps.subList(0, done);
                assertThatThrownBy(() -> memory.write(tx -> {
                            first.forEach(step -> step.accept(tx));
                            return sneak(thrown);
                        }))
                        .isSameAs(thrown);
                assertThat(memory.contents()).isEqualTo(before);
                assertThat(table.rows().size()).isEqualTo(2);
            }
        }
    }

    private static int sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @Test
    void commitThatFailsHalfWayLeavesNothing() {
        AtomicInteger comparisons = new AtomicInteger(Integer.MAX_VALUE);
        Comparator<String> failing = (a, b) -> {
            if (comparisons.decrementAndGet() == 0) {
                throw new IllegalStateException("comparison");
            }
            return a.compareTo(b);
        };
        MemoryTable<String, Integer> fragile = memory.table("fragile", failing);
        Consumer<Tx> work = tx -> {
            Stream.of("a", "b", "c", "d").forEach(key -> fragile.put(tx, key, 2));
            fragile.delete(tx, "e");
        };
        memory.write(tx -> {
            Stream.of("a", "c", "e").forEach(key -> fragile.put(tx, key, 1));
            return 0;
        });
        List<Object> before = List.of(Map.entry("a", 1), Map.entry("c", 1), Map.entry("e", 1));
        List<Object> after = List.of(Map.entry("a", 2), Map.entry("b", 2), Map.entry("c", 2), Map.entry("d", 2));
        int failed = 0;
        while (before.equals(memory.contents().get("fragile"))) {
            failed++;
            writeFailingAt(comparisons, failed, work);
            int value = failed;
            memory.write(
                    tx -> { // takes the number of the commit that failed
                        table.put(tx, "next", value);
                        return 0;
                    });
        }
        assertThat(memory.contents().get("fragile")).isEqualTo(after);
        assertThat(failed).isGreaterThan(10);
    }

    private void writeFailingAt(AtomicInteger comparisons, int which, Consumer<Tx> work) {
        try {
            memory.write(tx -> {
                work.accept(tx);
                comparisons.set(which);
                return 0;
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("comparison");
        } finally {
            comparisons.set(Integer.MAX_VALUE);
        }
    }

    @Test
    void othersSeeAllOfACommitOrNothing() {
        try (Peer writer = Peer.writing(memory)) {
            writer.does(tx -> table.insert(tx, "a", 1));
            writer.does(tx -> table.insert(tx, "b", 1));
            assertThat(keys(memory)).isEmpty();
            assertThat(memory.<Boolean>write(tx -> table.find(tx, "a").isPresent()))
                    .isFalse();
            writer.commits();
            assertThat(keys(memory)).containsExactly("a", "b");
        }
    }

    @Test
    void readerSeesTheStateOfItsBeginAndWaitsForNobody() {
        memory.write(tx -> table.insert(tx, "a", 1) && table.insert(tx, "b", 1));
        try (Peer reader = Peer.reading(memory);
                Peer writer = Peer.writing(memory)) {
            writer.does(tx -> table.findForUpdate(tx, "a"));
            writer.does(tx -> table.delete(tx, "b"));
            writer.does(tx -> table.insert(tx, "c", 1));
            assertThat(all(reader)).containsExactly(Map.entry("a", 1), Map.entry("b", 1));
            writer.commits();
            memory.write(tx -> table.delete(tx, "a"));
            assertThat(all(reader)).containsExactly(Map.entry("a", 1), Map.entry("b", 1));
            assertThat(find(reader, "b")).contains(1);
            assertThat(find(reader, "c")).isEmpty();
        }
        assertThat(keys(memory)).containsExactly("c");
    }

    @Test
    void writerSeesItsOwnWritesAndWhatOthersHaveCommittedBeforeEachRead() {
        try (Peer writer = Peer.writing(memory)) {
            writer.does(tx -> table.insert(tx, "own", 1));
            assertThat(find(writer, "other")).isEmpty();
            memory.write(tx -> table.insert(tx, "other", 1));
            assertThat(find(writer, "other")).contains(1);
            assertThat(all(writer)).containsExactly(Map.entry("other", 1), Map.entry("own", 1));
            memory.write(tx -> table.delete(tx, "other"));
            assertThat(find(writer, "other")).isEmpty();
            assertThat(all(writer)).containsExactly(Map.entry("own", 1));
        }
    }

    @Test
    void lockedRowIsItsOwnersUntilTheEnd() {
        try (Peer first = Peer.writing(memory);
                Peer second = Peer.writing(memory)) {
            first.does(tx -> table.findForUpdate(tx, "absent"));
            CompletableFuture<Boolean> inserted = second.begins(tx -> table.insert(tx, "absent", 2));
            Peer.awaitWaiting(memory, 1);
            first.does(tx -> table.insert(tx, "absent", 1));
            assertThat(inserted).isNotDone();
            first.commits();
            assertThat(Peer.result(inserted)).isFalse();
            assertThat(find(second, "absent")).contains(1);
        }
    }

    @Test
    void longWorkDelaysNobodyOnOtherRows() {
        try (Peer longOne = Peer.writing(memory)) {
            longOne.does(tx -> table.insert(tx, "long", 1));
            memory.write(tx -> table.insert(tx, "short", 1));
            assertThat(keys(memory)).containsExactly("short");
            longOne.commits();
        }
        assertThat(keys(memory)).containsExactly("long", "short");
    }

    @Test
    void callsDoNotNestButMemoriesDo() {
        Memory other = new Memory();
        for (Function<Function<Tx, Integer>, Integer> outer :
                List.<Function<Function<Tx, Integer>, Integer>>of(memory::write, memory::read)) {
            assertThatThrownBy(() -> outer.apply(tx -> memory.read(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> outer.apply(tx -> memory.write(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(outer.apply(tx -> other.write(inner -> 1))).isEqualTo(1);
        }
        assertThat(memory.<Integer>write(tx -> 1)).isEqualTo(1);
    }

    @Test
    void transactionIsRefusedAfterItsEndOnOtherThreadsInOtherDomainsAndForWritesOfReaders() {
        List<Tx> ended = new ArrayList<>();
        List<Stream<?>> open = new ArrayList<>();
        memory.write(tx -> {
            ended.add(tx);
            table.put(tx, "a", 1);
            open.add(table.all(tx));
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(() -> table.find(tx, "a"))
                            .join())
                    .hasCauseInstanceOf(IllegalStateException.class);
            return 0;
        });
        assertThatThrownBy(() -> table.find(ended.get(0), "a")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> open.get(0).toList()).isInstanceOf(IllegalStateException.class);
        Memory other = new Memory();
        assertThatThrownBy(() -> other.read(tx -> table.find(tx, "a"))).isInstanceOf(IllegalArgumentException.class);
        List<Consumer<Tx>> writes = List.of(
                tx -> table.findForUpdate(tx, "a"),
                tx -> table.insert(tx, "b", 1),
                tx -> table.put(tx, "a", 1),
                tx -> table.delete(tx, "a"),
                tx -> log.append(tx, "k", "x"),
                tx -> log.removeUpTo(tx, "k", 1, 0));
        memory.read(tx -> {
            assertThat(tx.isReadOnly()).isTrue();
            assertThat(writes)
                    .allSatisfy(write ->
                            assertThatThrownBy(() -> write.accept(tx)).isInstanceOf(IllegalStateException.class));
            return 0;
        });
    }

    @Test
    void sameNameIsTheSameStoreAndOfOneKind() {
        assertThat(memory.<String, Integer>table("table", Comparator.naturalOrder()))
                .isSameAs(table);
        assertThat(memory.<String, String>log("log", Comparator.naturalOrder())).isSameAs(log);
        assertThatThrownBy(() -> memory.<String, String>log("table", Comparator.naturalOrder()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> memory.<String, String>table("log", Comparator.naturalOrder()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> keys(Memory of) {
        return of.read(tx -> table.all(tx).map(Map.Entry::getKey).toList());
    }

    private Optional<Integer> find(Peer peer, String key) {
        return peer.does(tx -> table.find(tx, key));
    }

    private List<Map.Entry<String, Integer>> all(Peer peer) {
        return peer.does(tx -> table.all(tx).toList());
    }
}
