// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has one call fail at its first step, at its second, and so on, until it comes to its end, and looks each time at what
 * was left behind: nothing. After a commit that the library was not told of it may also be everything, but no part.
 */
final class Sweep {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final Map<String, Integer> NOTHING = Map.of();
    /** Where an exception is a denial: the policy, the directory that it asks, and who says who acts for whom. */
    private static final Set<String> IN_POLICY =
            Set.of("AccessPolicy.decide", "TeamDirectory.teamsOf", "MandateStore.termsOf");

    /** What asks each of its sources how far it may look. */
    private static final Set<String> SEARCHING = Set.of("search.find", "search.suggest", "search.answer");

    private static final Set<String> SPARE = Set.of("core.content", "core.content.due", "bytes");

    private final Supplier<SampleWorld> worlds;
    private final Invoker invoker;
    private final Function<SampleWorld, Actor> asking;
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Map<String, Integer> unbroken;
    private @Nullable Untouched next;
    private int points;

    Sweep(Supplier<SampleWorld> worlds, Invoker invoker, Function<SampleWorld, Actor> asking) {
        this.worlds = worlds;
        this.invoker = invoker;
        this.asking = asking;
    }

    /**
     * What one run came to.
     *
     * @param thrown what it threw; null if it came to its end
     * @param struck the step that failed; null if none did
     * @param before what was kept before
     * @param after what is kept since
     */
    private record Run(@Nullable Throwable thrown, Steps.@Nullable Step struck, Kept before, Kept after) {
        Map<String, Integer> growth() {
            return after.growthSince(before);
        }
    }

    /**
     * A world in which no call has changed anything.
     *
     * @param kept what is kept there
     */
    private record Untouched(SampleWorld world, Kept kept) {
        static Untouched by(SampleWorld world) {
            return new Untouched(world, world.portal.kept());
        }
    }

    /** Returns in which way what is done once in a world fails: making worlds takes most of the time, and operations are many. */
    private Fault atFirst() {
        Fault[] faults = Fault.values();
        return faults[Math.floorMod(invoker.operation().hashCode(), faults.length)];
    }

    List<String> complaints() {
        return complaints;
    }

    /** Returns at how many steps the call has failed. */
    int points() {
        return points;
    }

    /** Has the call fail at every step in this way. */
    void with(Fault fault) {
        Map<String, Integer> whole = unbroken(fault);
        if (DEEP || fault == atFirst()) {
            next = null; // what is done once in a world, as making its key, has to fail as well
        }
        for (int n = 1; ; n++) {
            Run run = run(n, fault);
            Steps.Step struck = run.struck();
            if (struck == null) {
                check(run.growth().equals(whole), "the end", fault, "left " + run.growth() + ", not " + whole);
                return;
            }
            points++;
            judge(run, struck, fault, whole);
        }
    }

    /** Returns what the call leaves when it comes to its end. */
    private Map<String, Integer> unbroken(Fault fault) {
        Map<String, Integer> known = unbroken;
        if (known == null) {
            known = run(0, fault).growth();
            unbroken = known;
        }
        return known;
    }

    /** In the world of the run before, if that left nothing there but entries of the audit. */
    private Run run(int n, Fault fault) {
        Untouched there = next == null ? Untouched.by(worlds.get()) : next;
        Run run = run(there.world(), there.kept(), n, fault);
        boolean isUntouched = run.after().withoutAudit().equals(there.kept().withoutAudit());
        next = isUntouched ? new Untouched(there.world(), run.after()) : null;
        return run;
    }

    private Run run(SampleWorld world, Kept before, int n, Fault fault) {
        Composition portal = world.portal;
        Actor actor = asking.apply(world);
        Throwable thrown = null;
        portal.steps.failAt(n, fault);
        try {
            invoker.invoke(portal, actor, world.target);
        } catch (Exception | OutOfMemoryError e) {
            thrown = e;
        } finally {
            portal.steps.stop();
        }
        return new Run(thrown, portal.steps.struck(), before, portal.kept());
    }

    private void judge(Run run, Steps.Step struck, Fault fault, Map<String, Integer> whole) {
        String where = points + ". " + struck;
        Throwable thrown = run.thrown();
        if (isFurtherQuestion(struck, fault, thrown)) {
            check(run.after().equals(run.before()), where, fault, "left " + run.growth());
            return;
        }
        if (isInPolicy(struck) && fault == Fault.DEFECT) {
            check(thrown instanceof PortalException.AccessDenied, where, fault, "did not deny, but " + thrown);
            check(isOneDenial(run), where, fault, "left " + run.growth());
            return;
        }
        if (isDoneButForSpareBytes(run, whole)) {
            return;
        }
        check(fault.isIn(thrown), where, fault, "threw " + thrown);
        if (struck.moment() == Steps.Moment.COMMITTED) {
            Map<String, Integer> growth = run.growth();
            check(growth.equals(NOTHING) || growth.equals(whole), where, fault, "left " + growth + " of " + whole);
        } else {
            check(run.after().equals(run.before()), where, fault, "left " + run.growth());
        }
    }

    /**
     * An upload is acknowledged, or its caller is told of something worse, when it is committed; equal bytes that it did
     * not need may be dying still.
     */
    private static boolean isDoneButForSpareBytes(Run run, Map<String, Integer> whole) {
        Map<String, Integer> more = new TreeMap<>(run.growth());
        whole.forEach((table, rows) -> more.merge(table, -rows, Integer::sum));
        more.values().removeIf(rows -> rows == 0);
        boolean isSwallowed = run.thrown() == null && more.isEmpty();
        boolean isDying = run.after().dying() == run.before().dying() + 1 && SPARE.containsAll(more.keySet());
        return isDying || isSwallowed;
    }

    /**
     * A search asks for each of its sources; a defect there closes the one, and the search goes on without it; so do suggestions. Who votes on an
     * article is asked about reading it; a defect there closes it, and it is as if it were not there.
     */
    private boolean isFurtherQuestion(Steps.Step struck, Fault fault, @Nullable Throwable thrown) {
        boolean isAnswered = SEARCHING.contains(invoker.operation())
                ? thrown == null
                : invoker.operation().equals("kb.feedback.vote") && thrown instanceof PortalException.NotFound;
        return isAnswered && struck.call().equals("AccessPolicy.decide") && fault == Fault.DEFECT;
    }

    /** Who gives a mandate asks for those that there are, and not whether it may. */
    private boolean isInPolicy(Steps.Step struck) {
        boolean asksForChains =
                invoker.operation().equals("mandates.grant") && struck.call().startsWith("MandateStore.");
        return IN_POLICY.contains(struck.call()) && !asksForChains;
    }

    private static boolean isOneDenial(Run run) {
        List<AuditEntry> entries = run.after().auditSince(run.before());
        return entries.size() == 1
                && entries.get(0).outcome() == AuditEntry.Outcome.DENIED
                && run.after().withoutAudit().equals(run.before().withoutAudit());
    }

    private void check(boolean kept, String where, Fault fault, String otherwise) {
        if (!kept) {
            complaints.add(invoker.operation() + " with " + fault + " at " + where + ": " + otherwise);
        }
    }
}
