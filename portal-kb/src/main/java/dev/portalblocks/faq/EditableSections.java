// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqPlace;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sections within an editor's reach. Whoever adds to a section, orders or removes it holds its lock, and takes it
 * before that of an entry, so that two editors can't wait for each other.
 */
final class EditableSections {
    /** How many sections there are at most. */
    static final int MAX_SECTIONS = 200;
    /** How many entries a section holds at most. */
    static final int MAX_ENTRIES = 500;

    private final FaqSectionStore sections;
    private final FaqEntryStore entries;

    EditableSections(FaqStorage storage) {
        sections = storage.sections();
        entries = storage.entries();
    }

    List<StoredFaqSection> list(OperationContext context) {
        return sections.list(context.tx(), context.scope());
    }

    StoredFaqSection find(OperationContext context, FaqSectionId id) {
        return sections.find(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("faq-section"));
    }

    StoredFaqSection lock(OperationContext context, FaqSectionId id, @Nullable Long expectedVersion) {
        StoredFaqSection section = sections.findForUpdate(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("faq-section"));
        if (expectedVersion != null && expectedVersion != section.version()) {
            throw new PortalException.Conflict("faq-section.version-conflict");
        }
        context.about(FaqViews.ref(id));
        return section;
    }

    StoredFaqSection add(OperationContext context, FaqSectionId id, LocalizedText title) {
        List<StoredFaqSection> there = list(context);
        if (there.size() >= MAX_SECTIONS) {
            throw new PortalException.LimitExceeded("faq-section.limit", MAX_SECTIONS);
        }
        int last = there.isEmpty() ? -1 : there.get(there.size() - 1).position();
        StoredFaqSection section =
                new StoredFaqSection(context.scope().tenant(), id, title, last + 1, 1, context.now());
        if (!sections.insert(context.tx(), section)) {
            throw new PortalException.Conflict("faq-section.duplicate");
        }
        context.about(FaqViews.ref(id));
        return section;
    }

    void replace(OperationContext context, StoredFaqSection before, StoredFaqSection after) {
        if (!sections.update(context.tx(), after, before.version())) {
            throw new PortalException.Conflict("faq-section.version-conflict");
        }
    }

    /** Removes a locked section. */
    boolean remove(OperationContext context, StoredFaqSection section) {
        if (!entriesOf(context, section.id()).isEmpty()) {
            throw new PortalException.Conflict("faq-section.not-empty");
        }
        return sections.delete(context.tx(), context.scope(), section.id());
    }

    /** Returns the place behind the last entry of a locked section. */
    FaqPlace end(OperationContext context, FaqSectionId section) {
        List<StoredFaqEntry> there = entriesOf(context, section);
        if (there.size() >= MAX_ENTRIES) {
            throw new PortalException.LimitExceeded("faq-entry.limit", MAX_ENTRIES);
        }
        int last = there.isEmpty() ? -1 : there.get(there.size() - 1).place().position();
        return new FaqPlace(section, last + 1);
    }

    /** An entry takes its place also where the host's policy keeps this editor from seeing it. */
    private List<StoredFaqEntry> entriesOf(OperationContext context, FaqSectionId section) {
        Scope wholeTenant = Scope.wholeTenant(context.scope().tenant());
        return entries.inSections(context.tx(), wholeTenant, Set.of(section));
    }
}
