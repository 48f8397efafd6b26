// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.FaqEntryAdded;
import dev.portalblocks.faq.model.FaqEntryChanged;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryMoved;
import dev.portalblocks.faq.model.FaqEntryNarrowed;
import dev.portalblocks.faq.model.FaqEntryPublished;
import dev.portalblocks.faq.model.FaqEntryRemoved;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.FaqEntryWithdrawn;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import java.util.List;

/**
 * What editors do with entries: staff with the role {@code editor}, and programs. Others are refused with
 * {@link PortalException.AccessDenied}.
 *
 * <p>There is no draft beside a published text: whoever may change entries changes what readers see. Every method throws
 * {@link PortalException.NotFound} {@code faq-entry.not-found} or {@code faq-section.not-found} for what is not within the
 * actor's reach, {@link PortalException.Conflict} {@code faq-entry.version-conflict} where the command names a version
 * that is not the current one, and {@link PortalException.InvalidInput} with every violated field. What changes nothing
 * makes no version and no event.
 *
 * <p>Thread-safe.
 */
public final class FaqEditor {
    /** To change sections and entries, and to read them before they are published. */
    public static final Permission EDIT = Permission.forStaff("faq.edit", "editor");
    /** To show entries to readers, and to take them away again. */
    public static final Permission PUBLISH = Permission.forStaff("faq.publish", "editor");
    /** How many entries a section holds at most. */
    public static final int MAX_ENTRIES = EditableSections.MAX_ENTRIES;

    private static final Operation ADD = Operation.writing("faq.entry.add", EDIT);
    private static final Operation CHANGE = Operation.writing("faq.entry.change", EDIT);
    private static final Operation MOVE = Operation.writing("faq.entry.move", EDIT);
    private static final Operation REMOVE = Operation.writing("faq.entry.remove", EDIT);
    private static final Operation SHOW = Operation.writing("faq.entry.publish", PUBLISH);
    private static final Operation WITHDRAW = Operation.writing("faq.entry.withdraw", PUBLISH);
    private static final Operation FIND = Operation.reading("faq.entry.read", EDIT);
    private static final Operation LIST = Operation.reading("faq.entry.list", EDIT);

    /** All operations, for the block's contribution. */
    static final List<Operation> OPERATIONS = List.of(ADD, CHANGE, MOVE, REMOVE, SHOW, WITHDRAW, FIND, LIST);

    private final Operations operations;
    private final FaqEntryStore store;
    private final EditableEntries entries;
    private final EditableSections sections;

    FaqEditor(Operations operations, FaqStorage storage) {
        this.operations = operations;
        this.store = storage.entries();
        this.entries = new EditableEntries(store);
        this.sections = new EditableSections(storage);
    }

    /**
     * Adds an entry behind the others of its section, unpublished.
     *
     * @throws PortalException.LimitExceeded {@code faq-entry.limit} when {@value #MAX_ENTRIES} entries are there
     */
    public EditedFaqEntry add(Actor actor, AddFaqEntry command) {
        return operations.create(
                ADD,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> begin(context, FaqEntryId.of(id), command),
                        (context, id) -> FaqViews.edited(entries.find(context, FaqEntryId.of(id)))));
    }

    /** Replaces what an entry says; if it is published, readers see that at once. */
    public EditedFaqEntry change(Actor actor, ChangeFaqEntry command) {
        return operations.perform(CHANGE, actor, command, context -> {
            StoredFaqEntry before = entries.lock(context, command.entry(), command.expectedVersion());
            if (before.content().equals(command.content())) {
                return unchanged(context, before);
            }
            StoredFaqEntry after = entries.replace(context, before, before.saying(command.content(), context.now()));
            if (before.state() == FaqEntryState.PUBLISHED && after.content().isNarrowerThan(before.content())) {
                context.emit(
                        FaqEntryNarrowed.TYPE,
                        FaqViews.ref(after.id()),
                        new FaqEntryNarrowed(after.id(), before.version()));
            }
            context.emit(
                    FaqEntryChanged.TYPE, FaqViews.ref(after.id()), new FaqEntryChanged(after.id(), after.version()));
            return FaqViews.edited(after);
        });
    }

    /**
     * Moves an entry to the end of another section; one that stands there already stays where it is.
     *
     * @throws PortalException.LimitExceeded {@code faq-entry.limit} when {@value #MAX_ENTRIES} entries are there
     */
    public EditedFaqEntry move(Actor actor, MoveFaqEntry command) {
        return operations.perform(MOVE, actor, command, context -> {
            sections.lock(context, command.section(), null);
            StoredFaqEntry before = entries.lock(context, command.entry(), null);
            if (before.place().section().equals(command.section())) {
                return unchanged(context, before);
            }
            StoredFaqEntry after =
                    entries.replace(context, before, before.at(sections.end(context, command.section())));
            context.emit(
                    FaqEntryMoved.TYPE, FaqViews.ref(after.id()), new FaqEntryMoved(after.id(), command.section()));
            return FaqViews.edited(after);
        });
    }

    /** Removes an entry for good; if it was published, readers no longer see it. */
    public void remove(Actor actor, RemoveFaqEntry command) {
        operations.perform(REMOVE, actor, command, context -> {
            StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
            context.emit(FaqEntryRemoved.TYPE, FaqViews.ref(entry.id()), new FaqEntryRemoved(entry.id()));
            return store.delete(context.tx(), context.scope(), entry.id());
        });
    }

    /** Shows an entry to the readers of its audiences. */
    public EditedFaqEntry publish(Actor actor, PublishFaqEntry command) {
        return operations.perform(SHOW, actor, command, context -> {
            StoredFaqEntry before = entries.lock(context, command.entry(), command.expectedVersion());
            if (before.state() == FaqEntryState.PUBLISHED) {
                return unchanged(context, before);
            }
            StoredFaqEntry after = entries.replace(context, before, before.in(FaqEntryState.PUBLISHED, context.now()));
            context.emit(
                    FaqEntryPublished.TYPE,
                    FaqViews.ref(after.id()),
                    new FaqEntryPublished(after.id(), after.version()));
            return FaqViews.edited(after);
        });
    }

    /** Takes an entry out of the readers' sight; it is kept, and publishing brings it back. */
    public EditedFaqEntry withdraw(Actor actor, WithdrawFaqEntry command) {
        return operations.perform(WITHDRAW, actor, command, context -> {
            StoredFaqEntry before = entries.lock(context, command.entry(), command.expectedVersion());
            if (before.state() == FaqEntryState.DRAFT) {
                return unchanged(context, before);
            }
            StoredFaqEntry after = entries.replace(context, before, before.in(FaqEntryState.DRAFT, context.now()));
            context.emit(
                    FaqEntryWithdrawn.TYPE,
                    FaqViews.ref(after.id()),
                    new FaqEntryWithdrawn(after.id(), after.version()));
            return FaqViews.edited(after);
        });
    }

    /** Returns one entry, published or not. */
    public EditedFaqEntry read(Actor actor, FaqEntryId id) {
        return operations.perform(FIND, actor, id, context -> FaqViews.edited(entries.find(context, id)));
    }

    /** Returns all entries, published or not, the oldest first; {@link FaqOutline#entries} has them in their order. */
    public Page<EditedFaqEntry> list(Actor actor, PageRequest page) {
        Listing.Rows<StoredFaqEntry> rows =
                (context, after, limit) -> store.list(context.tx(), context.scope(), after, limit);
        return operations
                .list(LIST, actor, new Listing<>(page, "", rows, entry -> Keyset.ofId(entry.id())))
                .map(FaqViews::edited);
    }

    private EditedFaqEntry begin(OperationContext context, FaqEntryId id, AddFaqEntry command) {
        sections.lock(context, command.section(), null);
        StoredFaqEntry entry = new StoredFaqEntry(
                context.scope().tenant(),
                id,
                sections.end(context, command.section()),
                FaqEntryState.DRAFT,
                command.content(),
                1,
                context.now());
        entries.add(context, entry);
        context.emit(FaqEntryAdded.TYPE, FaqViews.ref(id), new FaqEntryAdded(id, command.section(), entry.version()));
        return FaqViews.edited(entry);
    }

    private static EditedFaqEntry unchanged(OperationContext context, StoredFaqEntry entry) {
        context.unchanged();
        return FaqViews.edited(entry);
    }
}
