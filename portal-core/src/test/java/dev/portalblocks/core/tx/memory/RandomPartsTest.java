// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random hosts with random parts, some of which throw: what is left is what a model has that knows only the others. */
class RandomPartsTest {
    private static final int HOSTS = 60;
    private static final int KEYS = 6;

    /** What a table and a log hold. */
    private record State(TreeMap<Integer, Integer> rows, List<Integer> entries) {
        State copy() {
            return new State(new TreeMap<>(rows), new ArrayList<>(entries));
        }
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Run {
        private final Random random;
        private final Memory memory = new Memory();
        private final MemoryTable<Integer, Integer> table = memory.table("table", Comparator.naturalOrder());
        private final MemoryLog<String, Integer> log = memory.log("log", Comparator.naturalOrder());
        private State model = new State(new TreeMap<>(), new ArrayList<>());

        Run(Random random) {
            this.random = random;
        }

        void host() {
            State before = model.copy();
            boolean fails = random.nextInt(6) == 0;
            try {
                memory.write(tx -> {
                    for (int i = random.nextInt(6); i >= 0; i--) {
                        step(tx);
                        memory.joining(tx, () -> part(random.nextInt(3) == 0));
                        assertThat(rows(tx)).isEqualTo(model.rows());
                    }
                    return ended(fails);
                });
            } catch (GivenUp e) {
                model = before;
            }
            assertThat(memory.<State>read(this::state)).isEqualTo(model);
        }

        private boolean part(boolean fails) {
            State before = model.copy();
            if (!fails) {
                return memory.write(this::steps);
            }
            assertThatThrownBy(() -> memory.write(tx -> steps(tx) && ended(true)))
                    .isInstanceOf(GivenUp.class);
            model = before;
            return true;
        }

        private boolean steps(Tx tx) {
            for (int i = random.nextInt(5); i > 0; i--) {
                step(tx);
            }
            assertThat(rows(tx)).isEqualTo(model.rows());
            return true;
        }

        private void step(Tx tx) {
            int key = random.nextInt(KEYS);
            int value = random.nextInt(1000);
            switch (random.nextInt(5)) {
                case 0 ->
                    assertThat(table.insert(tx, key, value))
                            .isEqualTo(model.rows().putIfAbsent(key, value) == null);
                case 1 ->
                    assertThat(table.delete(tx, key)).isEqualTo(model.rows().remove(key) != null);
                case 2 -> {
                    log.append(tx, "log", value);
                    model.entries().add(value);
                }
                default -> {
                    table.put(tx, key, value);
                    model.rows().put(key, value);
                }
            }
        }

        private Map<Integer, Integer> rows(Tx tx) {
            Map<Integer, Integer> rows = new TreeMap<>();
            table.all(tx).forEach(row -> rows.put(row.getKey(), row.getValue()));
            return rows;
        }

        private State state(Tx tx) {
            List<Integer> entries = log.after(tx, "log", 0, 0, Integer.MAX_VALUE).stream()
                    .map(MemoryLog.Entry::element)
                    .toList();
            return new State(new TreeMap<>(rows(tx)), entries);
        }
    }

    @Test
    void whatIsLeftIsWhatWasDoneByThoseThatDidNotThrow() {
        Seeds.forEach(20, random -> {
            Run run = new Run(random);
            for (int i = 0; i < HOSTS; i++) {
                run.host();
            }
        });
    }

    private static boolean ended(boolean fails) {
        if (fails) {
            throw new GivenUp();
        }
        return true;
    }
}
