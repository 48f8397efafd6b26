// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.EditedFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import dev.portalblocks.publishing.TextStatuses;
import dev.portalblocks.publishing.Workflow;
import java.time.Instant;

/** What is stored, as editors get it, and the life that an entry has. */
final class FaqEditorViews {
    static final Workflow<FaqContent> WORKFLOW = new Workflow<>("faq-entry");

    private static final TextStatuses<FaqContent> STATUSES = new TextStatuses<>(WORKFLOW.life());

    private FaqEditorViews() {}

    /** Returns the entry as it stands at this moment. */
    static EditedFaqEntry edited(StoredFaqEntry entry, Instant now) {
        return new EditedFaqEntry(
                entry.id(),
                entry.place().section(),
                entry.state(),
                entry.parts().draft(),
                entry.parts().published(),
                entry.parts().schedule(),
                STATUSES.of(entry.parts(), now),
                entry.version(),
                entry.changedAt());
    }

    static EditedFaqSection edited(StoredFaqSection section) {
        return new EditedFaqSection(section.id(), section.title(), section.version(), section.changedAt());
    }
}
