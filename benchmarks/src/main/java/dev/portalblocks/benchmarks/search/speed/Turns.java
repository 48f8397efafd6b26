// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Ours and the other in turn, each with the same questions that come once: a machine that is slow for a while is slow for both. The
 * ratio of throughput is the median of the turns'; the p99 is of all that was counted.
 */
final class Turns {
    static final int OF_ONE_TURN = 50;

    private final List<Double> ratios = new ArrayList<>();
    private final List<Long> ours = new ArrayList<>();
    private final List<Long> others = new ArrayList<>();

    /** What is done with the question of a number. */
    interface Call {
        Object of(int question) throws Exception;
    }

    /** Takes so many turns, of which the first ones only warm up. */
    static Turns of(int warming, int counted, Call mine, Call other) throws Exception {
        Turns turns = new Turns();
        for (int turn = 0; turn < warming + counted; turn++) {
            boolean first = turn % 2 == 0; // neither is always the one that follows the other
            long[] one = turn(turn, first ? mine : other);
            long[] two = turn(turn, first ? other : mine);
            if (turn >= warming) {
                turns.add(first ? one : two, first ? two : one);
            }
        }
        return turns;
    }

    private void add(long[] mine, long[] other) {
        ratios.add((double) Arrays.stream(other).sum() / Arrays.stream(mine).sum());
        Arrays.stream(mine).forEach(ours::add);
        Arrays.stream(other).forEach(others::add);
    }

    private static long[] turn(int turn, Call call) throws Exception {
        long[] nanos = new long[OF_ONE_TURN];
        for (int i = 0; i < OF_ONE_TURN; i++) {
            long start = System.nanoTime();
            call.of(turn * OF_ONE_TURN + i);
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    /** Returns our throughput beside the other's: 1 is as fast, more is faster. */
    double throughput() {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }

    /** Returns the milliseconds below which this share of our calls lies. */
    double ours(double share) {
        return at(share, ours);
    }

    /** Returns the milliseconds below which this share of the other's calls lies. */
    double others(double share) {
        return at(share, others);
    }

    /** Returns the milliseconds below which this share of the nanoseconds lies. */
    static double at(double share, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1e6;
    }
}
