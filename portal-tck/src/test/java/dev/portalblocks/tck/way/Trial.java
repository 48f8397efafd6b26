// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call and everything that came of it.
 *
 * @param actor who asked
 * @param shown whether the answer shows the target
 * @param failure what was refused; null if nothing was
 * @param steps what the library did to what it was handed
 * @param before what was kept before
 * @param after what is kept since
 */
record Trial(
        Actor actor,
        boolean shown,
        @Nullable PortalException failure,
        List<Steps.Step> steps,
        Kept before,
        Kept after) {

    static Trial of(SampleWorld world, Invoker invoker, Actor actor, Target aim) {
        Composition portal = world.portal;
        Kept before = portal.kept();
        boolean shown = false;
        PortalException failure = null;
        portal.steps.watch();
        try {
            shown = invoker.invoke(portal, actor, aim);
        } catch (PortalException e) {
            failure = e;
        } finally {
            portal.steps.stop();
        }
        return new Trial(actor, shown, failure, portal.steps.taken(), before, portal.kept());
    }

    List<AuditEntry> newEntries() {
        return after.auditSince(before);
    }

    boolean isNothingLeft() {
        return after.equals(before);
    }

    /** Returns whether nothing is different but for the audit entries. */
    boolean isNothingChanged() {
        return after.withoutAudit().equals(before.withoutAudit());
    }

    /** Returns the calls into what was handed in, in their order. */
    List<String> calls() {
        return steps.stream()
                .filter(step -> step.moment() == Steps.Moment.BEFORE)
                .map(Steps.Step::call)
                .toList();
    }

    /** Returns type, code and text of the refusal. */
    String refusal() {
        PortalException refused = failure;
        return refused == null
                ? "nothing refused"
                : refused.getClass().getSimpleName() + " " + refused.code() + " " + refused.getMessage();
    }

    /** Returns whether the audit entry was written in a transaction of its own, behind the end of the one that failed. */
    boolean isWrittenAfterTheFailedTransaction() {
        int written = indexOf("AuditStore.append", Steps.Moment.BEFORE);
        int begun = -1;
        int ended = -1;
        for (int i = 0; i < written; i++) {
            if (steps.get(i).call().startsWith("TransactionDomain.")) {
                begun = steps.get(i).moment() == Steps.Moment.BEFORE ? i : begun;
                ended = steps.get(i).moment() == Steps.Moment.ENDED ? i : ended;
            }
        }
        return indexOf("AccessPolicy.decide", Steps.Moment.BEFORE) < ended && ended < begun;
    }

    private int indexOf(String call, Steps.Moment moment) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isOf(call, moment)) {
                return i;
            }
        }
        return -1;
    }
}
