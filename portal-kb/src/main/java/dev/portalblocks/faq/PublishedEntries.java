// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries that readers may see, within an operation's scope: never a draft, however wide the scope is. */
final class PublishedEntries {
    private final PublishedFaqEntryStore store;

    PublishedEntries(PublishedFaqEntryStore store) {
        this.store = store;
    }

    Optional<PublishedFaqEntry> find(OperationContext context, FaqEntryId id) {
        return store.find(context.tx(), published(context), id, context.now());
    }

    List<PublishedFaqEntry> inSections(OperationContext context, Set<FaqSectionId> sections) {
        return store.inSections(context.tx(), published(context), sections, context.now());
    }

    /** Returns what is planned as well. */
    Optional<PublishedFaqEntry> findLasting(OperationContext context, FaqEntryId id) {
        return store.findLasting(context.tx(), published(context), id, context.now());
    }

    /** Returns what is planned as well. */
    List<PublishedFaqEntry> listLasting(OperationContext context, @Nullable Keyset after, int limit) {
        return store.listLasting(context.tx(), published(context), context.now(), after, limit);
    }

    private static Scope published(OperationContext context) {
        return context.scope().inStates(Bound.only(Set.of(Permission.PUBLISHED)));
    }
}
