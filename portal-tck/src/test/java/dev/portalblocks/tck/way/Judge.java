// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Carries out rules and says in which respect they were not kept. */
final class Judge {
    private final Worlds worlds;
    private final boolean searching;
    private final Invoker invoker;
    private final Operation operation;
    private SampleWorld world;

    Judge(Worlds worlds, String operation) {
        this.worlds = worlds;
        this.searching = operation.startsWith("search.");
        this.invoker = Invokers.of(operation);
        this.world = fresh();
        this.operation = world.portal.operation(operation);
    }

    /** Returns the world that the next rule is carried out in. */
    SampleWorld world() {
        return world;
    }

    boolean isReading() {
        return !operation.isWriting();
    }

    /** Carries the rule out. */
    Trial trial(Rule rule) {
        return trial(rule, rule.aim(world.target));
    }

    /** Takes another world when this one is no longer as it was made. */
    void renewAfter(Trial trial) {
        if (!trial.isNothingChanged()) {
            world = fresh();
        }
    }

    List<String> complaints(Rule rule) {
        return complaints(rule, () -> {});
    }

    /** Says what was not kept, under a policy that is put back before the world is made anew. */
    List<String> complaints(Rule rule, Runnable putBack) {
        Trial trial = trial(rule);
        List<String> complaints = new ArrayList<>();
        check(complaints, isKept(rule.outcome(), trial), "came to: " + trial.refusal() + ", shown: " + trial.shown());
        switch (rule.outcome()) {
            case ALLOWED -> checkDone(complaints, trial);
            case ELSEWHERE -> {
                checkDone(complaints, trial);
                check(
                        complaints,
                        trial.after().of(world.here).equals(trial.before().of(world.here)),
                        "the object's tenant changed");
            }
            case DENIED -> checkDenied(complaints, trial);
            case EMPTY, MISPLACED, UNCHANGED -> check(complaints, trial.isNothingLeft(), "left something");
            case NOT_FOUND, CONFLICT -> {
                check(complaints, trial.isNothingLeft(), "left something");
                checkLikeAbsent(complaints, rule, trial);
            }
        }
        putBack.run();
        renewAfter(trial);
        return complaints.stream().map(said -> rule + ": " + said).toList();
    }

    private static boolean isKept(Rule.Outcome outcome, Trial trial) {
        PortalException failure = trial.failure();
        return switch (outcome) {
            case ALLOWED -> failure == null && trial.shown();
            case ELSEWHERE, UNCHANGED -> failure == null;
            case EMPTY -> failure == null && !trial.shown();
            case DENIED -> failure instanceof PortalException.AccessDenied;
            case NOT_FOUND -> failure instanceof PortalException.NotFound;
            case CONFLICT, MISPLACED -> failure instanceof PortalException.Conflict;
        };
    }

    private void checkDone(List<String> complaints, Trial trial) {
        if (operation.isCounting()) {
            check(complaints, trial.newEntries().isEmpty(), "counting left audit entries: " + trial.newEntries());
            check(complaints, !trial.isNothingChanged(), "counted nothing");
        } else if (operation.isWriting()) {
            checkOneEntry(complaints, trial, AuditEntry.Outcome.DONE);
            check(complaints, !trial.isNothingChanged(), "changed nothing");
        } else {
            check(complaints, trial.isNothingLeft(), "reading left something");
        }
    }

    private void checkDenied(List<String> complaints, Trial trial) {
        checkOneEntry(complaints, trial, AuditEntry.Outcome.DENIED);
        check(complaints, trial.isNothingChanged(), "changed something");
        check(complaints, trial.isWrittenAfterTheFailedTransaction(), "the entry was written too early");
    }

    private void checkOneEntry(List<String> complaints, Trial trial, AuditEntry.Outcome outcome) {
        List<AuditEntry> entries = trial.newEntries();
        boolean right = entries.size() == 1
                && entries.get(0).outcome() == outcome
                && entries.get(0).tenant().equals(trial.actor().tenant())
                && entries.get(0).actorKind() == trial.actor().kind()
                && entries.get(0).actor().equals(trial.actor().identity())
                && Objects.equals(entries.get(0).onBehalfOf(), trial.actor().actsFor())
                && entries.get(0).operation().equals(operation.name());
        check(complaints, right, "audit entries: " + entries);
    }

    /** What is foreign looks like what exists nowhere: what is refused, what was asked of the stores, what is left. */
    private void checkLikeAbsent(List<String> complaints, Rule rule, Trial foreign) {
        Trial absent = trial(rule, Target.absent());
        check(
                complaints,
                absent.refusal().equals(foreign.refusal()),
                "said " + foreign.refusal() + ", but " + absent.refusal() + " for what is absent");
        check(
                complaints,
                absent.calls().equals(foreign.calls()),
                "called " + foreign.calls() + ", but " + absent.calls() + " for what is absent");
        check(complaints, absent.isNothingLeft(), "left something for what is absent");
    }

    private Trial trial(Rule rule, Target aim) {
        return Trial.of(world, invoker, rule.asking(world), aim);
    }

    private SampleWorld fresh() {
        SampleWorld made = worlds.next();
        if (searching) {
            made.index();
        }
        return made;
    }

    private static void check(List<String> complaints, boolean kept, String otherwise) {
        if (!kept) {
            complaints.add(otherwise);
        }
    }
}
