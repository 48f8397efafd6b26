// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries within an editor's reach, published or not. */
final class EditableEntries {
    private final FaqEntryStore store;

    EditableEntries(FaqEntryStore store) {
        this.store = store;
    }

    List<StoredFaqEntry> inSection(OperationContext context, FaqSectionId section) {
        return store.inSections(context.tx(), context.scope(), Set.of(section));
    }

    StoredFaqEntry find(OperationContext context, FaqEntryId id) {
        return store.find(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("faq-entry"));
    }

    StoredFaqEntry lock(OperationContext context, FaqEntryId id, @Nullable Long expectedVersion) {
        StoredFaqEntry entry = store.findForUpdate(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("faq-entry"));
        if (expectedVersion != null && expectedVersion != entry.version()) {
            throw new PortalException.Conflict("faq-entry.version-conflict");
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

    /** Nobody makes of an entry what they could not touch afterwards. */
    private static void requireReach(OperationContext context, StoredFaqEntry after, ObjectRef object) {
        if (!context.scope().covers(after.label())) {
            throw context.denied(object, "faq-entry.beyond-scope");
        }
    }
}
