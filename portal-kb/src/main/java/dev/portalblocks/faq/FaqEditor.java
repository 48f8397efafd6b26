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
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryAdded;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqEntryMoved;
import dev.portalblocks.faq.model.FaqEntryRemoved;
import dev.portalblocks.faq.model.FaqEntryState;
import dev.portalblocks.faq.model.MoveFaqEntry;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.RemoveFaqEntry;
import dev.portalblocks.faq.model.WithdrawFaqEntry;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.publishing.spi.StoredRevision;
import java.util.List;

/**
 * What editors do with entries: staff with the role {@code author} write drafts, {@code editor}s arrange and publish them as well, and programs may.
 * Others are refused with {@link PortalException.AccessDenied}.
 *
 * <p>A draft stands beside the published text: readers see a change when it is published. Every method throws
 * {@link PortalException.NotFound} {@code faq-entry.not-found} or {@code faq-section.not-found} for what is not within the
 * actor's reach, {@link PortalException.Conflict} {@code faq-entry.version-conflict} where the command names a version
 * that is not the current one, with the {@link EditedFaqEntry} that is there, and {@link PortalException.InvalidInput} with every violated field.
 *
 * <p>Thread-safe.
 */
public final class FaqEditor {
    /** To write drafts of entries, and to read them before they are published. */
    public static final Permission EDIT = Permission.forStaff("faq.edit", "author", "editor");
    /** To show entries to readers and take them away again, to arrange them in sections, and to remove them for good. */
    public static final Permission PUBLISH = Permission.forStaff("faq.publish", "editor");
    /** How many entries a section holds at most. */
    public static final int MAX_ENTRIES = EditableSections.MAX_ENTRIES;

    private static final Operation ADD = Operation.writing("faq.entry.add", EDIT);
    private static final Operation CHANGE = Operation.writing("faq.entry.change", EDIT);
    private static final Operation MOVE = Operation.writing("faq.entry.move", PUBLISH);
    private static final Operation REMOVE = Operation.writing("faq.entry.remove", PUBLISH);
    private static final Operation SHOW = Operation.writing("faq.entry.publish", PUBLISH);
    private static final Operation WITHDRAW = Operation.writing("faq.entry.withdraw", PUBLISH);
    private static final Operation FIND = Operation.reading("faq.entry.read", EDIT);
    private static final Operation LIST = Operation.reading("faq.entry.list", EDIT);
    private static final Operation LIST_REVISIONS = Operation.reading("faq.entry.revisions", EDIT);

    /** All operations, for the block's contribution. */
    static final List<Operation> OPERATIONS =
            List.of(ADD, CHANGE, MOVE, REMOVE, SHOW, WITHDRAW, FIND, LIST, LIST_REVISIONS);

    private final Operations operations;
    private final FaqStorage storage;
    private final EditableEntries entries;
    private final EditableSections sections;
    private final FaqPublishing publishing;

    FaqEditor(Operations operations, FaqStorage storage, EditableEntries entries, FaqPublishing publishing) {
        this.operations = operations;
        this.storage = storage;
        this.entries = entries;
        this.sections = new EditableSections(storage);
        this.publishing = publishing;
    }

    /**
     * Adds an entry behind the others of its section, as a draft.
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
                        (context, id) -> view(context, entries.find(context, FaqEntryId.of(id)))));
    }

    /** Replaces an entry's draft, or begins one beside what is published. A draft that says so already makes no version and no event. */
    public EditedFaqEntry change(Actor actor, ChangeFaqEntry command) {
        return operations.perform(CHANGE, actor, command, context -> {
            StoredFaqEntry before = entries.lock(context, command.entry(), command.expectedVersion());
            if (command.content().equals(FaqEditorViews.WORKFLOW.life().newest(before.parts()))) {
                return unchanged(context, before);
            }
            Parts<FaqContent> parts =
                    FaqEditorViews.WORKFLOW.life().edited(before.parts(), command.content(), before.version() + 1);
            return entries.saveDraft(context, before, parts);
        });
    }

    /**
     * Moves an entry to the end of another section, draft and published text; one that stands there already stays where it is.
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
            return view(context, after);
        });
    }

    /** Removes an entry for good, with all that was published of it; if it is published, readers no longer see it. */
    public void remove(Actor actor, RemoveFaqEntry command) {
        operations.perform(REMOVE, actor, command, context -> {
            StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
            context.emit(FaqEntryRemoved.TYPE, FaqViews.ref(entry.id()), new FaqEntryRemoved(entry.id()));
            return entries.remove(context, entry);
        });
    }

    /**
     * Publishes an entry's draft as its next revision, now or at a time, or brings a withdrawn one back. What is said of a moment holds
     * from then on, also over what was planned for later. For whom it is, is one for all times: publishing now changes it for what is
     * planned, too.
     *
     * @throws PortalException.Conflict {@code faq-entry.nothing-to-publish} when it is published and has no draft; {@code
     *     faq-entry.plan-moves-it} when something is shown or planned already and a plan brings other readers; {@code faq-entry.not-reviewed} when a
     *     text is not in review where that is {@linkplain Faq.Builder#reviewed wanted}
     * @throws PortalException.InvalidInput {@code faq-entry.language-without-text}; {@code schedule.ends-before-it-begins}; {@code schedule.year} before
     *     the year 1 and after 9998
     * @throws PortalException.LimitExceeded {@code faq-entry.too-many-showings} beyond 50 texts in a row; {@code faq-entry.too-many-times} when it
     *     would be taken away and shown again more than once
     */
    public EditedFaqEntry publish(Actor actor, PublishFaqEntry command) {
        return operations.perform(SHOW, actor, command, context -> view(context, publishing.publish(context, command)));
    }

    /**
     * Takes a published entry out of the readers' sight, now or at a time, in all languages or some; it is kept, and publishing brings it
     * back.
     *
     * @throws PortalException.Conflict {@code faq-entry.not-published} when readers would not see it anyway
     */
    public EditedFaqEntry withdraw(Actor actor, WithdrawFaqEntry command) {
        return operations.perform(
                WITHDRAW, actor, command, context -> view(context, publishing.withdraw(context, command)));
    }

    /** Returns one entry, published or not. */
    public EditedFaqEntry read(Actor actor, FaqEntryId id) {
        return operations.perform(FIND, actor, id, context -> view(context, entries.find(context, id)));
    }

    /** Returns all entries, published or not, the oldest first; {@link FaqOutline#entries} has them in their order. */
    public Page<EditedFaqEntry> list(Actor actor, PageRequest page) {
        Listing.Rows<StoredFaqEntry> rows =
                (context, after, limit) -> storage.entries().list(context.tx(), context.scope(), after, limit);
        return operations
                .list(LIST, actor, new Listing<>(page, "", rows, entry -> Keyset.ofId(entry.id())))
                .map(entry -> FaqEditorViews.edited(entry, operations.clock().instant()));
    }

    /** Returns what was published of an entry, the latest first. Revisions for audiences beyond the editor's reach are left out. */
    public Page<Revision<FaqContent>> revisions(Actor actor, FaqEntryId entry, PageRequest page) {
        Listing.Rows<StoredRevision<FaqContent>> rows = (context, after, limit) -> {
            entries.find(context, entry);
            return storage.revisions().list(context.tx(), context.scope(), entry.value(), after, limit);
        };
        return operations
                .list(
                        LIST_REVISIONS,
                        actor,
                        new Listing<>(
                                page,
                                entry,
                                rows,
                                stored -> RevisionStore.place(stored.revision().number())))
                .map(StoredRevision::revision);
    }

    private EditedFaqEntry begin(OperationContext context, FaqEntryId id, AddFaqEntry command) {
        sections.lock(context, command.section(), null);
        FaqContent content = command.content();
        StoredFaqEntry entry = new StoredFaqEntry(
                context.scope().tenant(),
                id,
                sections.end(context, command.section()),
                FaqEntryState.DRAFT,
                new Parts<>(content, null, Schedule.none(), Editing.none().wrote(null, content, 1)),
                1,
                context.now());
        entries.add(context, entry);
        context.emit(FaqEntryAdded.TYPE, FaqViews.ref(id), new FaqEntryAdded(id, command.section(), entry.version()));
        return view(context, entry);
    }

    private static EditedFaqEntry unchanged(OperationContext context, StoredFaqEntry entry) {
        context.unchanged();
        return view(context, entry);
    }

    private static EditedFaqEntry view(OperationContext context, StoredFaqEntry entry) {
        return FaqEditorViews.edited(entry, context.now());
    }
}
