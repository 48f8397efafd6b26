// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What of the FAQ can be found: every published entry and what is planned of it, in each of its languages. Thread-safe. */
final class FaqSearchSource implements SearchSource {
    static final Permission INDEX = Permission.forStaff("faq.index");

    private static final Operation READ = Operation.reading("faq.index.read", INDEX);
    private static final Operation LIST = Operation.reading("faq.index.list", INDEX);

    /** All operations, for the block's contribution. */
    static final List<Operation> OPERATIONS = List.of(READ, LIST);

    private final Operations operations;
    private final PublishedEntries entries;
    private final Permission permission;

    /** Reads these entries, which are for whoever has the permission. */
    FaqSearchSource(Operations operations, PublishedEntries entries, Permission permission) {
        this.operations = operations;
        this.entries = entries;
        this.permission = permission;
    }

    @Override
    public String objectType() {
        return FaqViews.ENTRY;
    }

    @Override
    public Permission permission() {
        return permission;
    }

    @Override
    public SearchChange read(TenantId tenant, ObjectRef object) {
        return operations.perform(
                READ,
                search(tenant),
                object,
                context -> findId(object)
                        .flatMap(id -> entries.findLasting(context, id))
                        .map(entry -> change(entry, context.now()))
                        .orElse(new SearchChange(object, List.of())));
    }

    /** In the order of the ids, which no editor changes: nothing slips from one page to another meanwhile. */
    @Override
    public void readAll(TenantId tenant, Consumer<SearchChange> target) {
        Optional<PageRequest> request = Optional.of(PageRequest.first(PageRequest.MAX_LIMIT));
        while (request.isPresent()) {
            PageRequest wanted = request.get();
            Page<PublishedFaqEntry> page = operations.list(
                    LIST,
                    search(tenant),
                    new Listing<>(wanted, "", entries::listLasting, entry -> Keyset.ofId(entry.id())));
            page.items()
                    .forEach(entry ->
                            target.accept(change(entry, operations.clock().instant())));
            request = page.findNext().map(wanted::after);
        }
    }

    private static Actor search(TenantId tenant) {
        return Actor.system(tenant, "search");
    }

    private static Optional<FaqEntryId> findId(ObjectRef object) {
        try {
            return Optional.of(FaqEntryId.of(object));
        } catch (PortalException.InvalidInput e) {
            return Optional.empty(); // nothing of ours has such an id
        }
    }

    private static SearchChange change(PublishedFaqEntry entry, Instant now) {
        return new SearchChange(
                FaqViews.ref(entry.id()),
                entry.schedule().showings().stream()
                        .flatMap(showing -> documents(entry, showing, now))
                        .toList());
    }

    /**
     * Of what is planned as well: it is found from its first moment on, though nothing is written then. What is shown already is found by
     * those as well whose clock is behind.
     */
    private static Stream<SearchDocument> documents(PublishedFaqEntry entry, Showing<FaqContent> showing, Instant now) {
        FaqContent content = showing.revision().content();
        SearchFacts facts = SearchFacts.in(Set.of(entry.place().section().toString()))
                .changed(showing.revision().publishedAt())
                .shown(showing.from().isAfter(now) ? showing.from() : null, showing.until());
        return content.texts().entrySet().stream()
                .map(text -> new SearchDocument(
                        FaqViews.ref(entry.id()),
                        text.getKey(),
                        content.languages(),
                        content.audiences(),
                        text.getValue().question(),
                        searchText(text.getValue()),
                        facts));
    }

    /** What is said in short is found as well. */
    private static SearchText searchText(FaqText text) {
        MarkdownText answer = MarkdownText.of(text.answer());
        String line = text.shortAnswer();
        return new SearchText(
                line == null ? answer.plain() : line + "\n\n" + answer.plain(), answer.sections(), List.of());
    }
}
