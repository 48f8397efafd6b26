// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.tck.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs random programs on a ground, some on one portal at a time, for building it costs more than a program. */
final class Programs {
    private static final int ON_ONE_PORTAL = 100;

    private final Supplier<Ground> grounds;
    private final AtomicLong tenants;
    private final boolean shortens;
    private final Tally tally = new Tally();
    private int run;
    private int found;
    private long first;

    /** Takes grounds to run on, and whether a program that fails is made short. */
    Programs(Supplier<Ground> grounds, AtomicLong tenants, boolean shortens) {
        this.grounds = grounds;
        this.shortens = shortens;
        this.tenants = tenants;
    }

    /** Runs so many programs, the first of this seed; returns what the first failing one has to say, made short. */
    @Nullable
    String run(long seed, int programs) {
        first = seed;
        for (int done = 0; done < programs; done += ON_ONE_PORTAL) {
            List<Program> some = new ArrayList<>();
            for (int i = done; i < Math.min(programs, done + ON_ONE_PORTAL); i++) {
                some.add(Program.of(seed + i, tenants, tally));
            }
            String complaint = together(some);
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    /** Returns which program failed, the first being 1; 0 if none did. */
    int found() {
        return found;
    }

    /** Returns which answers there were. */
    Tally tally() {
        return tally;
    }

    /** Returns how many programs were run to their end or to their fault. */
    int run() {
        return run;
    }

    private @Nullable String together(List<Program> some) {
        Ground ground = grounds.get();
        for (int half = 0; half < 2; half++) {
            try (Blocks blocks = ground.open()) {
                for (Program program : some) {
                    run += half;
                    String complaint = onOne(ground, blocks, program);
                    if (complaint != null) {
                        found = (int) (program.seed() - first) + 1;
                        return report(program, complaint);
                    }
                }
            }
        }
        return null;
    }

    private String report(Program failed, String complaint) {
        Shortest shortest = new Shortest(failed, complaint);
        if (shortens) {
            shortest.search();
        }
        return "-D" + Seed.PROPERTY + "=" + failed.seed() + "\n" + shortest.least.shortForm() + "  " + shortest.reason;
    }

    /** Leaves out as many steps as it can while the program still fails: first large parts, then single ones. */
    private final class Shortest {
        private final Program failed;
        private Program least;
        private String reason;

        Shortest(Program failed, String reason) {
            this.failed = failed;
            this.least = failed;
            this.reason = reason;
        }

        void search() {
            List<Long> withoutReopening = new ArrayList<>(failed.run());
            withoutReopening.remove(Program.REOPEN);
            Ground ground = grounds.get();
            try (Blocks blocks = ground.open()) {
                boolean onePortal = still(withoutReopening, program -> onOne(ground, blocks, program));
                int before = Integer.MAX_VALUE;
                while (least.run().size() < before) {
                    before = least.run().size();
                    shorten(onePortal ? program -> onOne(ground, blocks, program) : Programs.this::alone);
                }
            }
        }

        private void shorten(Function<Program, @Nullable String> trial) {
            for (int part = Math.max(1, least.run().size() / 2); part > 0; part /= 2) {
                for (int from = 0; from < least.run().size(); ) {
                    List<Long> fewer = new ArrayList<>(least.run());
                    fewer.subList(from, Math.min(fewer.size(), from + part)).clear();
                    from += still(fewer, trial) ? 0 : part;
                }
            }
        }

        private boolean still(List<Long> numbers, Function<Program, @Nullable String> trial) {
            Program program = failed.of(numbers, tenants);
            String complaint = trial.apply(program);
            if (complaint != null) {
                least = program;
                reason = complaint;
            }
            return complaint != null;
        }
    }

    private static @Nullable String onOne(Ground ground, Blocks blocks, Program program) {
        program.on(blocks);
        return program.goOn(ground);
    }

    private @Nullable String alone(Program program) {
        Ground ground = grounds.get();
        for (int half = 0; half < 2; half++) {
            try (Blocks blocks = ground.open()) {
                String complaint = onOne(ground, blocks, program);
                if (complaint != null) {
                    return complaint;
                }
            }
        }
        return null;
    }
}
