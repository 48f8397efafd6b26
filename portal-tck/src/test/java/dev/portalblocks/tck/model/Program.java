// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A random program: what each step is follows from the step's own number, so that steps can be left out. Two tenants take
 * part; nearly all steps belong to one of them.
 */
final class Program {
    /** How many operations a program has. */
    static final int STEPS = 50;
    /** The number of the step at which everything is closed and opened again. */
    static final long REOPEN = 0;

    private static final Map<String, Set<String>> TEAMS =
            Map.of("contract", Set.of("anna", "bert"), "claims", Set.of("bert"));

    /** Tenants are never used twice, not even by the same program. */
    private final String tenant;

    private final long seed;
    private final List<Integer> focus;
    private final List<Long> numbers;
    private final Names names = new Names();
    private final Model here = new Model(names, TEAMS);
    private final Model elsewhere = new Model(names, Map.of());
    private final Session session;
    private final Tally tally;
    private final List<String> said = new ArrayList<>();
    private int next;

    private Program(long seed, List<Long> numbers, AtomicLong tenants, Tally tally) {
        this.tally = tally;
        this.seed = seed;
        this.focus = Draw.focus(new SplittableRandom(seed));
        this.numbers = numbers;
        this.tenant = "t" + tenants.incrementAndGet();
        this.session = new Session(tenant);
    }

    static Program of(long seed, AtomicLong tenants, Tally tally) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            numbers.add(random.nextLong() | 1);
        }
        numbers.add(10 + random.nextInt(STEPS - 20), REOPEN);
        return new Program(seed, numbers, tenants, tally);
    }

    /** Returns the same program without some of its steps, on tenants of its own. */
    Program of(List<Long> some, AtomicLong tenants) {
        return new Program(seed, some, tenants, new Tally());
    }

    /** Returns the numbers of the steps that were run. */
    List<Long> run() {
        return List.copyOf(numbers.subList(0, next));
    }

    void on(Blocks blocks) {
        session.on(blocks);
        if (next == 0) {
            blocks.teams().accept(session.here(), TEAMS);
        }
    }

    /** Runs until everything is to be closed, or to the end; returns what went wrong, if anything did. */
    @Nullable
    String goOn(Ground ground) {
        while (next < numbers.size()) {
            long number = numbers.get(next++);
            if (number == REOPEN) {
                said.add("-- closed and opened again");
                return counts(ground);
            }
            String complaint = step(ground, number);
            if (complaint != null) {
                return complaint;
            }
        }
        String counted = counts(ground);
        if (counted != null) {
            return counted;
        }
        return compare("the whole record", here.record(), session.record(false)) == null
                ? compare("the other tenant's record", elsewhere.record(), session.record(true))
                : compare("the whole record", here.record(), session.record(false));
    }

    /** Counts go wrong unseen when nobody happens to ask: so everybody asks for theirs, in the middle and in the end. */
    private @Nullable String counts(Ground ground) {
        List<Step> counts = new ArrayList<>(List.of(DeskSteps.unread(Who.program())));
        Dice.CUSTOMERS.forEach(number -> counts.add(InboxSteps.unread(Who.customer(number))));
        for (Step count : counts) {
            String complaint = take(ground, count);
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    private @Nullable String step(Ground ground, long number) {
        ground.tick(1 + (number >>> 1) % 3_000);
        return take(ground, new Draw(new Dice(number, names), this::model).step(focus));
    }

    private @Nullable String take(Ground ground, Step step) {
        said.add(step.toString());
        String expected = model(step.who()).tell(step, ground.now());
        tally.count(model(step.who()).operation(), expected);
        String found = session.ask(step, ground.now());
        return compare(step.toString(), expected, found);
    }

    private Model model(Who who) {
        return who.elsewhere() ? elsewhere : here;
    }

    private static @Nullable String compare(String what, String expected, String found) {
        return expected.equals(found) ? null : what + "\n  expected " + expected + "\n  found    " + found;
    }

    /** Returns the steps that were run, one a line. */
    String shortForm() {
        StringBuilder lines = new StringBuilder();
        said.forEach(
                line -> lines.append("    ").append(line.replace("\n", "\\n")).append('\n'));
        return lines.toString();
    }

    long seed() {
        return seed;
    }
}
