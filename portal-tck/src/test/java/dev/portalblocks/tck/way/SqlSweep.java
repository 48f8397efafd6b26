// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.tck.jdbc.FaultySource.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has one operation fail at its first call of the database or of the store of bytes, at its second, and so on, until it
 * comes to its end. Each time nothing is left, or all of it where the commit had taken effect; nothing stays open, and a
 * repeat comes to what one call comes to.
 */
final class SqlSweep {
    /** Bytes and events are gone through one by one: what such a call did stays done, and the next one goes on. */
    private static final Set<String> GOING_ON =
            Set.of("core.content.sweep", "core.content.remove-stray", "search.follow");
    /** What is left of bytes that were not needed, until they are swept. */
    private static final Set<String> SPARE = Set.of("portal_content");

    private final FaultyGround ground;
    private final Invoker invoker;
    private final Consumer<SampleWorld> before;
    private final Function<SampleWorld, Actor> asking;
    private final Map<String, Integer> struck;
    private final List<String> complaints = new ArrayList<>();
    private Map<String, Integer> whole = Map.of();
    private boolean repeatable;
    private boolean isDenied;
    private int repeats;
    private int points;

    SqlSweep(
            FaultyGround ground,
            PreparedCalls prepared,
            Function<SampleWorld, Actor> asking,
            Map<String, Integer> struck) {
        this.ground = ground;
        this.invoker = prepared.invoker();
        this.before = prepared.before();
        this.asking = asking;
        this.struck = struck;
    }

    private record Run(@Nullable Throwable thrown, List<Call> calls, Rows before, Rows after) {
        Map<String, Integer> growth() {
            return after.growthSince(before);
        }

        boolean isNothing() {
            return after.equals(before);
        }
    }

    List<String> complaints() {
        return complaints;
    }

    int points() {
        return points;
    }

    int repeats() {
        return repeats;
    }

    /** Goes through all calls, each failing before its effect and after it. */
    void all() {
        SampleWorld world = next();
        Run sound = run(world, 0, false);
        whole = sound.growth();
        check(
                sound.thrown() == null || sound.thrown() instanceof PortalException.AccessDenied,
                "unharmed",
                "threw " + sound.thrown());
        isDenied = sound.thrown() != null;
        Run second = run(world, 0, false);
        repeatable = second.growth().isEmpty() && second.thrown() == null && !isDenied;
        for (boolean after : new boolean[] {false, true}) {
            through(after);
        }
    }

    private SampleWorld next() {
        SampleWorld world = ground.next();
        before.accept(world);
        return world;
    }

    private void through(boolean after) {
        SampleWorld world = next();
        boolean repeated = false;
        for (int n = 1; ; n++) {
            Run run = run(world, n, after);
            if (run.calls().size() < n) {
                return;
            }
            points++;
            Call call = run.calls().get(n - 1);
            struck.merge(call.site(), 1, Integer::sum);
            String where = n + ". " + (after ? "after " : "before ") + call.method() + " for " + call.site();
            judge(run, n, after, where);
            check(
                    ground.faults().open().isEmpty(),
                    where,
                    "open: " + ground.faults().open());
            if (!run.isNothing() || !repeated) {
                repeated = true;
                repeat(world, run, where);
                world = next();
            }
        }
    }

    private Run run(SampleWorld world, int n, boolean after) {
        Rows before = ground.rows();
        Throwable thrown = null;
        ground.faults().watch(n, after);
        try {
            invoker.invoke(world.portal, asking.apply(world), world.target);
        } catch (RuntimeException e) {
            thrown = e;
        }
        List<Call> calls = ground.faults().stop();
        return new Run(thrown, calls, before, ground.rows());
    }

    private void judge(Run run, int n, boolean after, String where) {
        Throwable thrown = run.thrown();
        if (goesOn()) {
            check(thrown == null || thrown instanceof StorageFailure, where, "threw " + thrown);
            return;
        }
        boolean isWhole = isWhole(run);
        if (thrown == null || thrown instanceof PortalException.AccessDenied) {
            check(isWhole, where, "came to its end and left " + run.growth() + " of " + whole);
            return;
        }
        check(thrown instanceof StorageFailure, where, "threw " + thrown);
        check(
                run.isNothing() || (isWhole && isCommitted(run, n, after)),
                where,
                "left " + run.after().changedSince(run.before()));
    }

    /** A commit had taken effect, at this call or before; one that fails before its effect is followed by nothing. */
    private static boolean isCommitted(Run run, int n, boolean after) {
        boolean isRefused = !after && isCommit(run.calls().get(n - 1));
        return !isRefused && run.calls().subList(0, n).stream().anyMatch(SqlSweep::isCommit);
    }

    private static boolean isCommit(Call call) {
        return call.method().equals("commit");
    }

    private boolean isWhole(Run run) {
        Map<String, Integer> more = new TreeMap<>(run.growth());
        whole.forEach((table, rows) -> more.merge(table, -rows, Integer::sum));
        more.values().removeIf(rows -> rows == 0);
        if (goesOn()) {
            more.remove("portal_audit"); // each go has its entry
        }
        return SPARE.containsAll(more.keySet());
    }

    private boolean goesOn() {
        return !isDenied && GOING_ON.contains(invoker.operation());
    }

    /** The same again, with the same key where it has one: one effect, whatever became of the first try. */
    private void repeat(SampleWorld world, Run failed, String where) {
        if (!repeatable && !failed.isNothing()) {
            return;
        }
        repeats++;
        Run again = run(world, 0, false);
        Run both = new Run(again.thrown(), again.calls(), failed.before(), again.after());
        boolean asBefore = again.thrown() == null || again.thrown() instanceof PortalException.AccessDenied;
        check(asBefore && isWhole(both), where, "a repeat came to " + both.growth() + ", " + again.thrown());
    }

    private void check(boolean kept, String where, String otherwise) {
        if (!kept) {
            complaints.add(invoker.operation() + " at " + where + ": " + otherwise);
        }
    }
}
