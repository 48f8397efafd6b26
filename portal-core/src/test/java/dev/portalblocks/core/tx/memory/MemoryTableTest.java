// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What single calls on a table do, and what a scan shows. */
@Timeout(60)
class MemoryTableTest {

    private final Memory memory = new Memory();
    private final MemoryTable<Integer, String> table = memory.table("table", Comparator.naturalOrder());

    @Test
    void insertRefusesALiveRowAndDeleteAMissingOne() {
        memory.write(tx -> {
            assertThat(table.delete(tx, 1)).isFalse();
            assertThat(table.insert(tx, 1, "a")).isTrue();
            assertThat(table.insert(tx, 1, "b")).isFalse();
            assertThat(table.find(tx, 1)).contains("a");
            table.put(tx, 1, "c");
            assertThat(table.findForUpdate(tx, 1)).contains("c");
            assertThat(table.delete(tx, 1)).isTrue();
            assertThat(table.delete(tx, 1)).isFalse();
            assertThat(table.insert(tx, 1, "d")).isTrue();
            return 0;
        });
        assertThat(memory.contents().get("table")).isEqualTo(List.of(Map.entry(1, "d")));
    }

    @Test
    void insertWaitsForAnUncommittedInsertOrDeleteOfTheKey() {
        for (boolean commits : List.of(true, false)) {
            memory.write(tx -> {
                table.delete(tx, 1);
                table.put(tx, 2, "there");
                return 0;
            });
            try (Peer writer = Peer.writing(memory);
                    Peer first = Peer.writing(memory);
                    Peer second = Peer.writing(memory)) {
                writer.does(tx -> table.insert(tx, 1, "new") && table.delete(tx, 2));
                CompletableFuture<Boolean> inserted = first.begins(tx -> table.insert(tx, 1, "mine"));
                CompletableFuture<Boolean> reinserted = second.begins(tx -> table.insert(tx, 2, "mine"));
                Peer.awaitWaiting(memory, 2);
                if (commits) {
                    writer.commits();
                } else {
                    writer.rollsBack();
                }
                assertThat(Peer.result(inserted)).isEqualTo(!commits);
                assertThat(Peer.result(reinserted)).isEqualTo(commits);
            }
        }
    }

    @Test
    void scansBeginAtTheirBoundInTheTablesOrder() {
        MemoryTable<Integer, String> reversed = memory.table("reversed", Comparator.reverseOrder());
        memory.write(tx -> {
            Stream.of(1, 2, 3).forEach(key -> reversed.put(tx, key, "committed"));
            return 0;
        });
        memory.write(tx -> {
            reversed.put(tx, 0, "own");
            reversed.put(tx, 4, "own");
            assertThat(reversed.all(tx).map(Map.Entry::getKey)).containsExactly(4, 3, 2, 1, 0);
            assertThat(reversed.from(tx, 2).map(Map.Entry::getKey)).containsExactly(2, 1, 0);
            assertThat(reversed.after(tx, 2).map(Map.Entry::getKey)).containsExactly(1, 0);
            assertThat(reversed.after(tx, null).map(Map.Entry::getKey)).containsExactly(4, 3, 2, 1, 0);
            return 0;
        });
    }

    @Test
    void streamShowsTheStateOfItsCallWhateverIsWrittenMeanwhile() {
        memory.write(tx -> table.insert(tx, 1, "a") && table.insert(tx, 2, "b") && table.insert(tx, 4, "d"));
        memory.write(tx -> {
            table.put(tx, 3, "own");
            Stream<Map.Entry<Integer, String>> all = table.all(tx);
            table.put(tx, 3, "later");
            table.delete(tx, 2);
            table.put(tx, 5, "later");
            CompletableFuture.runAsync(() -> memory.write(other -> table.delete(other, 4)))
                    .join();
            assertThat(all)
                    .containsExactly(Map.entry(1, "a"), Map.entry(2, "b"), Map.entry(3, "own"), Map.entry(4, "d"));
            assertThat(table.all(tx)).containsExactly(Map.entry(1, "a"), Map.entry(3, "later"), Map.entry(5, "later"));
            return 0;
        });
    }

    @Test
    void limitedScanOfALargeTableTouchesFewRows() {
        List<Integer> compared = new ArrayList<>();
        MemoryTable<Integer, String> large = memory.table("large", (a, b) -> {
            compared.add(a);
            return Integer.compare(a, b);
        });
        memory.write(tx -> {
            for (int key = 0; key < 100_000; key++) {
                large.put(tx, key, "x");
            }
            return 0;
        });
        memory.write(tx -> {
            large.put(tx, -1, "own");
            compared.clear();
            assertThat(large.from(tx, 50_000).limit(10)).hasSize(10);
            assertThat(compared).hasSizeLessThan(200);
            return 0;
        });
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without a null checker does
    void nullIsNoValue() {
        assertThatThrownBy(() -> memory.write(tx -> table.insert(tx, 1, null)))
                .isInstanceOf(NullPointerException.class);
        memory.write(tx -> table.insert(tx, 1, "a"));
        assertThatThrownBy(() -> memory.write(tx -> {
                    table.put(tx, 1, null);
                    return 0;
                }))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void oneTransactionBehavesAsASortedMap() {
        Seeds.forEach(50, random -> {
            Memory own = new Memory();
            MemoryTable<Integer, String> rows = own.table("rows", Comparator.naturalOrder());
            Map<Integer, String> model = new TreeMap<>();
            for (int round = 0; round < 5; round++) {
                Map<Integer, String> after = own.write(tx -> program(random, tx, rows, new TreeMap<>(model)));
                model.clear();
                model.putAll(after);
                assertThat(own.contents().get("rows")).isEqualTo(List.<Object>copyOf(entries(model)));
                assertThat(rows.rows().size()).isEqualTo(model.size());
            }
        });
    }

    private record Open(Stream<Map.Entry<Integer, String>> stream, List<Map.Entry<Integer, String>> expected) {}

    private static NavigableMap<Integer, String> program(
            Random random, Tx tx, MemoryTable<Integer, String> rows, NavigableMap<Integer, String> model) {
        List<Open> streams = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            int key = random.nextInt(12);
            String value = "v" + step;
            switch (random.nextInt(6)) {
                case 0 -> assertThat(rows.insert(tx, key, value)).isEqualTo(model.putIfAbsent(key, value) == null);
                case 1 -> {
                    rows.put(tx, key, value);
                    model.put(key, value);
                }
                case 2 -> assertThat(rows.delete(tx, key)).isEqualTo(model.remove(key) != null);
                case 3 -> assertThat(rows.find(tx, key)).isEqualTo(Optional.ofNullable(model.get(key)));
                case 4 -> streams.add(new Open(rows.from(tx, key), entries(model.tailMap(key, true))));
                default -> streams.add(new Open(rows.after(tx, key), entries(model.tailMap(key, false))));
            }
        }
        streams.forEach(open -> assertThat(open.stream()).containsExactlyElementsOf(open.expected()));
        return model;
    }

    private static List<Map.Entry<Integer, String>> entries(Map<Integer, String> rows) {
        return rows.entrySet().stream()
                .map(row -> Map.entry(row.getKey(), row.getValue()))
                .toList();
    }
}
