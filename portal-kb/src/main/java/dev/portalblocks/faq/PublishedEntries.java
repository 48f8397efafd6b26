// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries that readers may see, within an operation's scope: never a draft, however wide the scope is. */
final class PublishedEntries {
    private final FaqEntryStore store;

    PublishedEntries(FaqEntryStore store) {
        this.store = store;
    }

    Optional<StoredFaqEntry> find(OperationContext context, FaqEntryId id) {
        return store.find(context.tx(), published(context), id);
    }

    List<StoredFaqEntry> inSections(OperationContext context, Set<FaqSectionId> sections) {
        return store.inSections(context.tx(), published(context), sections);
    }

    List<StoredFaqEntry> list(OperationContext context, @Nullable Keyset after, int limit) {
        return store.list(context.tx(), published(context), after, limit);
    }

    private static Scope published(OperationContext context) {
        return context.scope().inStates(Bound.only(Set.of(Permission.PUBLISHED)));
    }
}
