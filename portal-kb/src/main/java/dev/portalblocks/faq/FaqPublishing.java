// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.TenantZones;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryNarrowed;
import dev.portalblocks.faq.model.FaqEntryPublished;
import dev.portalblocks.faq.model.FaqEntryScheduled;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqEntryWithdrawn;
import dev.portalblocks.faq.model.KeepFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.EditorialLife;
import dev.portalblocks.publishing.Publication;
import dev.portalblocks.publishing.Workflow;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.Parts;
import java.time.Instant;
import java.time.ZoneId;

/** How what readers see is changed, inside an operation that may: checked, kept, and told of. */
final class FaqPublishing {
    private static final Workflow<FaqContent> WORKFLOW = FaqEditorViews.WORKFLOW;
    private static final EditorialLife<FaqContent> LIFE = WORKFLOW.life();

    private final EditableEntries entries;
    private final TenantZones zones;
    private final boolean reviewed;

    /** Publishes what is in review only, or any draft. */
    FaqPublishing(EditableEntries entries, TenantZones zones, boolean reviewed) {
        this.entries = entries;
        this.zones = zones;
        this.reviewed = reviewed;
    }

    StoredFaqEntry publish(OperationContext context, PublishFaqEntry command) {
        StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
        Instant now = context.now();
        Parts<FaqContent> parts = entry.parts();
        FaqContent content = WORKFLOW.toPublish(parts, entry.state() == FaqEntryState.PUBLISHED, command.languages());
        Publication<FaqContent> publication =
                WORKFLOW.publication(content, command.languages(), command.from(), command.until(), zone(context), now);
        if (reviewed) {
            WORKFLOW.requireReview(parts, publication.languages());
        }
        Revision<FaqContent> last = parts.published();
        WORKFLOW.requirePlaces(parts, publication, last == null ? null : last.content(), now);
        StoredFaqEntry after = entry.next(FaqEntryState.PUBLISHED, LIFE.published(parts, publication, now), now);
        save(context, entry, after);
        entries.keepRevision(context, after);
        if (publication.from().isAfter(now)) {
            reportPlan(context, after);
        } else {
            context.emit(
                    FaqEntryPublished.TYPE,
                    FaqViews.ref(after.id()),
                    new FaqEntryPublished(after.id(), after.version()));
        }
        return after;
    }

    StoredFaqEntry withdraw(OperationContext context, WithdrawFaqEntry command) {
        StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
        Instant from = WORKFLOW.ending(command.at(), zone(context), context.now());
        Parts<FaqContent> left = LIFE.withdrawn(entry.parts(), command.languages(), from, context.now());
        if (entry.state() != FaqEntryState.PUBLISHED || LIFE.isSame(entry.parts(), left, context.now())) {
            throw new PortalException.Conflict("faq-entry.not-published");
        }
        StoredFaqEntry after = shown(entry, left, context.now());
        if (after.state() != FaqEntryState.WITHDRAWN) {
            save(context, entry, after);
            reportPlan(context, after);
            return after;
        }
        entries.replace(context, entry, after);
        reportAway(context, after);
        return after;
    }

    StoredFaqEntry keep(OperationContext context, KeepFaqEntry command) {
        StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
        Parts<FaqContent> kept = LIFE.kept(entry.parts(), command.languages(), context.now());
        if (entry.state() != FaqEntryState.PUBLISHED || LIFE.isSame(entry.parts(), kept, context.now())) {
            throw new PortalException.Conflict("faq-entry.nothing-planned");
        }
        StoredFaqEntry after = shown(entry, kept, context.now());
        save(context, entry, after);
        reportPlan(context, after);
        return after;
    }

    private static StoredFaqEntry shown(StoredFaqEntry entry, Parts<FaqContent> parts, Instant now) {
        return entry.next(parts.schedule().isEmpty() ? FaqEntryState.WITHDRAWN : FaqEntryState.PUBLISHED, parts, now);
    }

    private void save(OperationContext context, StoredFaqEntry before, StoredFaqEntry after) {
        WORKFLOW.bounded(after.parts());
        entries.replace(context, before, after);
        if (LIFE.isNarrowed(before.parts(), after.parts(), context.now())) {
            context.emit(
                    FaqEntryNarrowed.TYPE,
                    FaqViews.ref(after.id()),
                    new FaqEntryNarrowed(after.id(), before.version()));
        }
    }

    private static void reportAway(OperationContext context, StoredFaqEntry entry) {
        ObjectRef reference = FaqViews.ref(entry.id());
        context.emit(FaqEntryWithdrawn.TYPE, reference, new FaqEntryWithdrawn(entry.id(), entry.version()));
    }

    private static void reportPlan(OperationContext context, StoredFaqEntry entry) {
        ObjectRef reference = FaqViews.ref(entry.id());
        context.emit(FaqEntryScheduled.TYPE, reference, new FaqEntryScheduled(entry.id(), entry.version()));
    }

    private ZoneId zone(OperationContext context) {
        return zones.of(context.actor().tenant());
    }
}
