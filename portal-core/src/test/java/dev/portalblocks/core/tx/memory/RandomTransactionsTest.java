// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random programs in many threads, checked against the same programs run one after the other in the order of their
 * commits. Each program appends its number to a log, which tells that order.
 */
@Timeout(120)
class RandomTransactionsTest {

    private static final int THREADS = 6;
    private static final int PROGRAMS = 300;
    private static final int KEYS = 8;

    private record Step(int table, int key, int kind, int value) {}

    private record Program(int number, List<Step> steps, boolean fails) {}

    /** What was seen when the log had at least and at most so many entries. */
    private record Seen(int atLeast, int atMost, List<Map<Integer, Integer>> tables) {}

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The memory under test and what its threads observe. */
    private static final class Run {
        final Memory memory = new Memory();
        final List<MemoryTable<Integer, Integer>> tables =
                List.of(memory.table("a", Comparator.naturalOrder()), memory.table("b", Comparator.reverseOrder()));
        final MemoryLog<String, Integer> log = memory.log("log", Comparator.naturalOrder());
        final List<Program> programs = new ArrayList<>();
        final ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();

        int committed(Tx tx) {
            return log.after(tx, "log", 0, 0, Integer.MAX_VALUE).size();
        }

        Map<Integer, Integer> rows(Tx tx, int table) {
            Map<Integer, Integer> rows = new TreeMap<>();
            tables.get(table).all(tx).forEach(row -> rows.put(row.getKey(), row.getValue()));
            return rows;
        }
    }

    @Test
    void everyHistoryIsOneThatCouldHaveRunOneByOne() {
        Seeds.forEach(4, random -> {
            Run run = new Run();
            for (int number = 0; number < THREADS * PROGRAMS; number++) {
                run.programs.add(program(number, random));
            }
            inParallel(THREADS, thread -> {
                for (int i = 0; i < PROGRAMS; i++) {
                    untilDone(run, run.programs.get(thread * PROGRAMS + i));
                    look(run, i);
                }
            });
            check(run);
        });
    }

    private static Program program(int number, Random random) {
        List<Step> steps = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            steps.add(new Step(random.nextInt(2), random.nextInt(KEYS), random.nextInt(4), random.nextInt(1000)));
        }
        return new Program(number, steps, random.nextInt(10) == 0);
    }

    private static void untilDone(Run run, Program program) {
        while (true) {
            try {
                run.memory.write(tx -> {
                    program.steps().forEach(step -> execute(run.tables.get(step.table()), tx, step));
                    run.log.append(tx, "log", program.number());
                    if (program.fails()) {
                        throw new GivenUp();
                    }
                    return 0;
                });
                return;
            } catch (GivenUp e) {
                return;
            } catch (StorageFailure e) {
                assertThat(e.code()).isEqualTo("storage.deadlock");
            }
        }
    }

    private static void execute(MemoryTable<Integer, Integer> table, Tx tx, Step step) {
        switch (step.kind()) {
            case 0 -> table.insert(tx, step.key(), step.value());
            case 1 -> table.delete(tx, step.key());
            default -> {
                int before = table.findForUpdate(tx, step.key()).orElse(7);
                table.put(tx, step.key(), before * 31 + step.value());
            }
        }
    }

    private static void execute(Map<Integer, Integer> table, Step step) {
        switch (step.kind()) {
            case 0 -> table.putIfAbsent(step.key(), step.value());
            case 1 -> table.remove(step.key());
            default -> table.put(step.key(), table.getOrDefault(step.key(), 7) * 31 + step.value());
        }
    }

    private static void look(Run run, int i) {
        if (i % 3 == 0) {
            run.memory.read(tx -> {
                int size = run.committed(tx);
                return run.seen.add(new Seen(size, size, List.of(run.rows(tx, 0), run.rows(tx, 1))));
            });
        } else if (i % 3 == 1) {
            run.memory.write(tx -> {
                int before = run.committed(tx);
                Map<Integer, Integer> rows = run.rows(tx, 0);
                return run.seen.add(new Seen(before, run.committed(tx), List.of(rows)));
            });
        }
    }

    private static void check(Run run) {
        List<Integer> order = run.memory.read(tx -> run.log.after(tx, "log", 0, 0, Integer.MAX_VALUE).stream()
                .map(MemoryLog.Entry::element)
                .toList());
        assertThat(order)
                .containsExactlyInAnyOrderElementsOf(run.programs.stream()
                        .filter(program -> !program.fails())
                        .map(Program::number)
                        .toList());
        List<List<Map<Integer, Integer>>> states = new ArrayList<>();
        states.add(List.of(Map.of(), Map.of()));
        for (int number : order) {
            List<Map<Integer, Integer>> last = states.get(states.size() - 1);
            List<Map<Integer, Integer>> next = List.of(new TreeMap<>(last.get(0)), new TreeMap<>(last.get(1)));
            run.programs.get(number).steps().forEach(step -> execute(next.get(step.table()), step));
            states.add(next);
        }
        List<Map<Integer, Integer>> end = run.memory.read(tx -> List.of(run.rows(tx, 0), run.rows(tx, 1)));
        assertThat(end).isEqualTo(states.get(order.size()));
        assertThat(run.seen)
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(states.subList(seen.atLeast(), seen.atMost() + 1))
                        .anySatisfy(state -> assertThat(
                                        state.subList(0, seen.tables().size()))
                                .isEqualTo(seen.tables())));
        run.memory.read(tx -> 0); // the last one sweeps
        for (int table = 0; table < 2; table++) {
            assertThat(run.tables.get(table).rows().size())
                    .isEqualTo(end.get(table).size());
        }
    }

    @Test
    void sumOfConcurrentTransfersNeverChanges() {
        Seeds.forEach(4, random -> {
            Memory memory = new Memory();
            MemoryTable<Integer, Integer> accounts = memory.table("accounts", Comparator.naturalOrder());
            memory.write(tx -> {
                for (int account = 0; account < 20; account++) {
                    accounts.put(tx, account, 100);
                }
                return 0;
            });
            List<Long> seeds = random.longs(THREADS).boxed().toList();
            inParallel(THREADS, thread -> {
                Random own = new Random(seeds.get(thread));
                for (int i = 0; i < 500; i++) {
                    transfer(memory, accounts, own.nextInt(19), own.nextInt(50));
                    assertThat(memory.<Integer>read(tx -> sum(accounts, tx))).isEqualTo(2000);
                    assertThat(memory.<Integer>write(tx -> sum(accounts, tx))).isEqualTo(2000);
                }
            });
        });
    }

    private static void transfer(Memory memory, MemoryTable<Integer, Integer> accounts, int from, int amount) {
        memory.write(tx -> {
            int giver = accounts.findForUpdate(tx, from).orElseThrow();
            int taker = accounts.findForUpdate(tx, from + 1).orElseThrow();
            accounts.put(tx, from, giver - amount);
            accounts.delete(tx, from + 1);
            accounts.insert(tx, from + 1, taker + amount);
            return 0;
        });
    }

    private static int sum(MemoryTable<Integer, Integer> accounts, Tx tx) {
        return accounts.all(tx).mapToInt(Map.Entry::getValue).sum();
    }

    private interface Work {
        void run(int thread);
    }

    private static void inParallel(int threads, Work work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                done.add(pool.submit(() -> {
                    start.countDown();
                    start.await();
                    work.run(thread);
                    return thread;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }
}
