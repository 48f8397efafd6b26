// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries in memory, as readers see them. */
final class MemoryPublishedFaqEntryStore implements PublishedFaqEntryStore {
    private static final Comparator<PublishedFaqEntry> IN_ORDER = Comparator.comparing(
                    PublishedFaqEntry::place, FaqEntryRows.IN_ORDER)
            .thenComparing(entry -> entry.id().toString());

    private final FaqEntryRows rows;

    MemoryPublishedFaqEntryStore(FaqEntryRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<PublishedFaqEntry> find(Tx tx, Scope scope, FaqEntryId id, Instant moment) {
        return visible(tx, scope, id).filter(entry -> entry.shownAt(moment).isPresent());
    }

    @Override
    public List<PublishedFaqEntry> inSections(Tx tx, Scope scope, Set<FaqSectionId> sections, Instant moment) {
        return visible(tx, scope, "")
                .filter(entry -> sections.contains(entry.place().section()))
                .filter(entry -> entry.shownAt(moment).isPresent())
                .sorted(IN_ORDER)
                .toList();
    }

    @Override
    public Optional<PublishedFaqEntry> findLasting(Tx tx, Scope scope, FaqEntryId id, Instant since) {
        return visible(tx, scope, id).filter(entry -> entry.lasts(since));
    }

    @Override
    public List<PublishedFaqEntry> listLasting(Tx tx, Scope scope, Instant since, @Nullable Keyset after, int limit) {
        return visible(tx, scope, after == null ? "" : after.id())
                .filter(entry -> entry.lasts(since))
                .limit(limit)
                .toList();
    }

    private Optional<PublishedFaqEntry> visible(Tx tx, Scope scope, FaqEntryId id) {
        return rows.table()
                .find(tx, FaqEntryRows.Key.of(scope.tenant(), id))
                .filter(entry -> isCovered(scope, entry))
                .flatMap(StoredFaqEntry::published);
    }

    private Stream<PublishedFaqEntry> visible(Tx tx, Scope scope, String behind) {
        return rows.behind(tx, scope.tenant(), behind)
                .filter(entry -> isCovered(scope, entry))
                .flatMap(entry -> entry.published().stream());
    }

    private static boolean isCovered(Scope scope, StoredFaqEntry entry) {
        return entry.publishedLabel().filter(scope::covers).isPresent();
    }
}
