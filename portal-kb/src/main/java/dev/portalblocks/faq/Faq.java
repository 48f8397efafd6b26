// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryAdded;
import dev.portalblocks.faq.model.FaqEntryChanged;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryMoved;
import dev.portalblocks.faq.model.FaqEntryNarrowed;
import dev.portalblocks.faq.model.FaqEntryPublished;
import dev.portalblocks.faq.model.FaqEntryRemoved;
import dev.portalblocks.faq.model.FaqEntryScheduled;
import dev.portalblocks.faq.model.FaqEntryWithdrawn;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionChanged;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqSectionOrdered;
import dev.portalblocks.faq.model.FaqSectionRemoved;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The short answers, for readers: everybody gets the published entries that are for them, in the editors' order. Where
 * a text is missing in the reader's language, the languages that this falls back to are served, then the portal's
 * default, then the one that the entry was written in.
 *
 * <p>Thread-safe.
 */
public final class Faq {
    /** To read what is published. */
    public static final Permission READ = Permission.forReaders("faq.read");
    /** To read all that is published, for the search; programs have it. */
    public static final Permission INDEX = FaqSearchSource.INDEX;

    private static final Operation LIST = Operation.reading("faq.sections", READ);
    private static final Operation FIND = Operation.reading("faq.read", READ);

    private final Operations operations;
    private final LanguageTag defaultLanguage;
    private final FaqSectionStore sections;
    private final PublishedEntries entries;
    private final FaqEditor editor;
    private final FaqWorkflow workflow;
    private final FaqOutline outline;

    private Faq(Portal portal, FaqStorage storage, boolean reviewed) {
        operations = portal.operations();
        defaultLanguage = portal.defaultLanguage();
        sections = storage.sections();
        entries = new PublishedEntries(storage.published());
        EditableEntries editable = new EditableEntries(storage);
        FaqPublishing publishing = new FaqPublishing(editable, operations.zones(), reviewed);
        editor = new FaqEditor(operations, storage, editable, publishing);
        workflow = new FaqWorkflow(operations, editable, publishing);
        outline = new FaqOutline(operations, storage, editable);
    }

    /** Returns the FAQ of this portal, kept in this storage. */
    public static Faq of(Portal portal, FaqStorage storage) {
        return builder(portal, storage).build();
    }

    /** Begins the FAQ of this portal, kept in this storage. */
    public static Builder builder(Portal portal, FaqStorage storage) {
        return new Builder(portal, storage);
    }

    /** Makes an FAQ. Not for several threads. */
    public static final class Builder {
        private final Portal portal;
        private final FaqStorage storage;
        private boolean reviewed;

        private Builder(Portal portal, FaqStorage storage) {
            this.portal = portal;
            this.storage = storage;
        }

        /** Has only texts published that somebody submitted for review. */
        public Builder reviewed() {
            reviewed = true;
            return this;
        }

        /** Returns the FAQ. */
        public Faq build() {
            portal.requireDomain(storage.domain(), "faq");
            portal.register(contribution());
            return new Faq(portal, storage, reviewed);
        }
    }

    /** Returns what editors do with entries. */
    public FaqEditor editor() {
        return editor;
    }

    /** Returns how texts go from authors to editors and back. */
    public FaqWorkflow workflow() {
        return workflow;
    }

    /** Returns what editors do with sections, and with the order of things. */
    public FaqOutline outline() {
        return outline;
    }

    /** Returns what a search takes from here: objects of the type {@code faq}, found by question and answer. */
    public SearchSource searchSource() {
        return new FaqSearchSource(operations, entries, READ);
    }

    /**
     * Returns the sections with the entries that the actor may read. A section without one is left out.
     *
     * @param language the reader's; null for the portal's default
     */
    public List<FaqSection> sections(Actor actor, @Nullable LanguageTag language) {
        LanguageTag wanted = orDefault(language);
        return operations.perform(LIST, actor, wanted, context -> visible(context, wanted));
    }

    /**
     * Returns one entry; {@code faq-entry.not-found} when there is none that the actor may read.
     *
     * @param language the reader's; null for the portal's default
     */
    public FaqEntry read(Actor actor, FaqEntryId id, @Nullable LanguageTag language) {
        LanguageTag wanted = orDefault(language);
        return operations.perform(
                FIND,
                actor,
                id,
                context -> entries.find(context, id)
                        .map(found -> FaqViews.served(found, context.now(), wanted, defaultLanguage))
                        .orElseThrow(() -> new PortalException.NotFound("faq-entry")));
    }

    /** Two statements for all, however many sections there are. */
    private List<FaqSection> visible(OperationContext context, LanguageTag wanted) {
        List<StoredFaqSection> inOrder = sections.list(context.tx(), context.scope());
        Map<FaqSectionId, List<PublishedFaqEntry>> bySection =
                entries
                        .inSections(
                                context,
                                inOrder.stream().map(StoredFaqSection::id).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(entry -> entry.place().section()));
        return inOrder.stream()
                .filter(section -> bySection.containsKey(section.id()))
                .map(section -> FaqViews.served(
                        section,
                        bySection.getOrDefault(section.id(), List.of()),
                        context.now(),
                        wanted,
                        defaultLanguage))
                .toList();
    }

    private LanguageTag orDefault(@Nullable LanguageTag language) {
        return Objects.requireNonNullElse(language, defaultLanguage);
    }

    private static BlockContribution contribution() {
        Operation[] all = Stream.of(
                        List.of(LIST, FIND),
                        FaqEditor.OPERATIONS,
                        FaqWorkflow.OPERATIONS,
                        FaqOutline.OPERATIONS,
                        FaqSearchSource.OPERATIONS)
                .flatMap(List::stream)
                .toArray(Operation[]::new);
        return BlockContribution.of("faq", all)
                .emitting(
                        FaqEntryAdded.TYPE,
                        FaqEntryChanged.TYPE,
                        FaqEntryMoved.TYPE,
                        FaqEntryNarrowed.TYPE,
                        FaqEntryPublished.TYPE,
                        FaqEntryScheduled.TYPE,
                        FaqEntryWithdrawn.TYPE,
                        FaqEntryRemoved.TYPE,
                        FaqSectionChanged.TYPE,
                        FaqSectionOrdered.TYPE,
                        FaqSectionRemoved.TYPE);
    }
}
