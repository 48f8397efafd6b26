// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.EditedFaqSection;
import dev.portalblocks.faq.model.FaqSectionChanged;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqSectionRemoved;
import dev.portalblocks.faq.model.OrderFaqEntries;
import dev.portalblocks.faq.model.OrderFaqSections;
import dev.portalblocks.faq.model.RemoveFaqSection;
import dev.portalblocks.faq.model.RenameFaqSection;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.StoredFaqSection;
import java.util.List;

/**
 * What editors do with sections, and with the order of sections and entries: readers see at once what is arranged, so {@link FaqEditor#PUBLISH} lets
 * them, and {@link FaqEditor#EDIT} see it.
 *
 * <p>Every method throws {@link PortalException.AccessDenied} for others, {@link PortalException.NotFound} {@code
 * faq-section.not-found}, {@link PortalException.Conflict} {@code faq-section.version-conflict} where the command names a
 * version that is not the current one, and {@link PortalException.InvalidInput} with every violated field. What changes
 * nothing makes no version and no event.
 *
 * <p>Thread-safe.
 */
public final class FaqOutline {
    /** How many sections there are at most; additions at the same moment may pass it, for nothing depends on it. */
    public static final int MAX_SECTIONS = EditableSections.MAX_SECTIONS;

    private static final Operation ADD = Operation.writing("faq.section.add", FaqEditor.PUBLISH);
    private static final Operation RENAME = Operation.writing("faq.section.rename", FaqEditor.PUBLISH);
    private static final Operation REMOVE = Operation.writing("faq.section.remove", FaqEditor.PUBLISH);
    private static final Operation ORDER = Operation.writing("faq.section.order", FaqEditor.PUBLISH);
    private static final Operation ORDER_ENTRIES = Operation.writing("faq.entry.order", FaqEditor.PUBLISH);
    private static final Operation LIST = Operation.reading("faq.section.list", FaqEditor.EDIT);
    private static final Operation LIST_ENTRIES = Operation.reading("faq.section.entries", FaqEditor.EDIT);

    /** All operations, for the block's contribution. */
    static final List<Operation> OPERATIONS = List.of(ADD, RENAME, REMOVE, ORDER, ORDER_ENTRIES, LIST, LIST_ENTRIES);

    private final Operations operations;
    private final EditableSections sections;
    private final EditableEntries entries;
    private final FaqOrder order;

    FaqOutline(Operations operations, FaqStorage storage, EditableEntries entries) {
        this.operations = operations;
        this.sections = new EditableSections(storage);
        this.entries = entries;
        this.order = new FaqOrder(storage);
    }

    /**
     * Adds a section behind the others.
     *
     * @throws PortalException.LimitExceeded {@code faq-section.limit} when {@value #MAX_SECTIONS} sections are there
     */
    public EditedFaqSection add(Actor actor, AddFaqSection command) {
        return operations.create(
                ADD,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> reported(
                                context, sections.add(context, FaqSectionId.of(id), LocalizedText.of(command.title()))),
                        (context, id) -> FaqEditorViews.edited(sections.find(context, FaqSectionId.of(id)))));
    }

    /** Gives a section another title. */
    public EditedFaqSection rename(Actor actor, RenameFaqSection command) {
        return operations.perform(RENAME, actor, command, context -> {
            StoredFaqSection before = sections.lock(context, command.section(), command.expectedVersion());
            LocalizedText title = LocalizedText.of(command.title());
            if (before.title().equals(title)) {
                context.unchanged();
                return FaqEditorViews.edited(before);
            }
            StoredFaqSection after = before.titled(title, context.now());
            sections.replace(context, before, after);
            return reported(context, after);
        });
    }

    /**
     * Removes a section for good.
     *
     * @throws PortalException.Conflict {@code faq-section.not-empty} while an entry stands in it, published or not
     */
    public void remove(Actor actor, RemoveFaqSection command) {
        operations.perform(REMOVE, actor, command, context -> {
            StoredFaqSection section = sections.lock(context, command.section(), command.expectedVersion());
            context.emit(FaqSectionRemoved.TYPE, FaqViews.ref(section.id()), new FaqSectionRemoved(section.id()));
            return sections.remove(context, section);
        });
    }

    /**
     * Puts the sections in an order and returns them in it.
     *
     * @throws PortalException.InvalidInput {@code faq-order.duplicate} when a section is named twice
     * @throws PortalException.Conflict {@code faq-order.conflict} when the sections named are not exactly those there
     *     are: read them again
     */
    public List<EditedFaqSection> order(Actor actor, OrderFaqSections command) {
        return operations.perform(
                ORDER,
                actor,
                command,
                context -> order.sections(context, command.sections()).stream()
                        .map(FaqEditorViews::edited)
                        .toList());
    }

    /**
     * Puts the entries of a section in an order and returns them in it. Their versions stay.
     *
     * @throws PortalException.InvalidInput {@code faq-order.duplicate} when an entry is named twice
     * @throws PortalException.Conflict {@code faq-order.conflict} when the entries named are not exactly those of the
     *     section: read them again
     */
    public List<EditedFaqEntry> orderEntries(Actor actor, OrderFaqEntries command) {
        return operations.perform(ORDER_ENTRIES, actor, command, context -> {
            StoredFaqSection section = sections.lock(context, command.section(), null);
            return order.entries(context, section.id(), command.entries()).stream()
                    .map(entry -> FaqEditorViews.edited(entry, context.now()))
                    .toList();
        });
    }

    /** Returns all sections in their order, also the empty ones. */
    public List<EditedFaqSection> sections(Actor actor) {
        return operations.perform(
                LIST,
                actor,
                actor.tenant(),
                context -> sections.list(context).stream()
                        .map(FaqEditorViews::edited)
                        .toList());
    }

    /** Returns the entries of a section in their order, published or not. */
    public List<EditedFaqEntry> entries(Actor actor, FaqSectionId section) {
        return operations.perform(
                LIST_ENTRIES,
                actor,
                section,
                context -> entries
                        .inSection(context, sections.find(context, section).id())
                        .stream()
                        .map(entry -> FaqEditorViews.edited(entry, context.now()))
                        .toList());
    }

    private static EditedFaqSection reported(OperationContext context, StoredFaqSection section) {
        context.emit(
                FaqSectionChanged.TYPE,
                FaqViews.ref(section.id()),
                new FaqSectionChanged(section.id(), section.version()));
        return FaqEditorViews.edited(section);
    }
}
