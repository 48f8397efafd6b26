// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryChanged;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.publishing.spi.StoredRevision;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries within an editor's reach, published or not. */
final class EditableEntries {
    private final FaqEntryStore store;
    private final RevisionStore<FaqContent> revisions;

    EditableEntries(FaqStorage storage) {
        this.store = storage.entries();
        this.revisions = storage.revisions();
    }

    List<StoredFaqEntry> inSection(OperationContext context, FaqSectionId section) {
        return store.inSections(context.tx(), context.scope(), Set.of(section));
    }

    StoredFaqEntry find(OperationContext context, FaqEntryId id) {
        return store.find(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("faq-entry"));
    }

    /** Returns what a revision says. */
    FaqContent findRevision(OperationContext context, FaqEntryId id, long number) {
        return revisions
                .find(context.tx(), context.scope(), id.value(), number)
                .map(stored -> stored.revision().content())
                .orElseThrow(() -> new PortalException.NotFound("revision"));
    }

    StoredFaqEntry lock(OperationContext context, FaqEntryId id, @Nullable Long expectedVersion) {
        StoredFaqEntry entry = store.findForUpdate(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("faq-entry"));
        if (expectedVersion != null && expectedVersion != entry.version()) {
            throw new PortalException.Conflict(
                    "faq-entry.version-conflict", FaqEditorViews.edited(entry, context.now()));
        }
        context.about(FaqViews.ref(id));
        return entry;
    }

    void add(OperationContext context, StoredFaqEntry entry) {
        requireReach(context, entry, FaqViews.ref(entry.place().section()));
        if (!store.insert(context.tx(), entry)) {
            throw new PortalException.Conflict("faq-entry.duplicate");
        }
        context.about(FaqViews.ref(entry.id()));
    }

    StoredFaqEntry replace(OperationContext context, StoredFaqEntry before, StoredFaqEntry after) {
        requireReach(context, after, FaqViews.ref(before.id()));
        if (!store.update(context.tx(), after, before.version())) {
            throw new PortalException.Conflict("faq-entry.version-conflict");
        }
        return after;
    }

    /** Keeps what became of a draft, tells of it, and returns what its editor gets. */
    EditedFaqEntry saveDraft(OperationContext context, StoredFaqEntry before, Parts<FaqContent> parts) {
        StoredFaqEntry after = replace(context, before, before.next(before.state(), parts, context.now()));
        context.emit(FaqEntryChanged.TYPE, FaqViews.ref(after.id()), new FaqEntryChanged(after.id(), after.version()));
        return FaqEditorViews.edited(after, context.now());
    }

    /** Keeps what was published last. */
    void keepRevision(OperationContext context, StoredFaqEntry entry) {
        var revision = entry.parts().published();
        if (revision == null
                || !revisions.append(
                        context.tx(),
                        new StoredRevision<>(entry.tenant(), entry.id().value(), revision))) {
            throw new PortalException.Conflict("faq-entry.version-conflict");
        }
    }

    /** Removes a locked entry with all that was published of it. */
    boolean remove(OperationContext context, StoredFaqEntry entry) {
        revisions.deleteAllOf(context.tx(), entry.tenant(), entry.id().value());
        return store.delete(context.tx(), context.scope(), entry.id());
    }

    /** Nobody makes of an entry what they could not touch afterwards. */
    private static void requireReach(OperationContext context, StoredFaqEntry after, ObjectRef object) {
        if (!after.isWithin(context.scope())) {
            throw context.denied(object, "faq-entry.beyond-scope");
        }
    }
}
