// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.faq.model.ConfirmFaqTranslation;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.KeepFaqEntry;
import dev.portalblocks.faq.model.RestoreFaqRevision;
import dev.portalblocks.faq.model.ReturnFaqEntry;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.publishing.Workflow;
import dev.portalblocks.publishing.spi.Parts;
import java.util.List;

/**
 * An entry's way from one hand to the next: authors submit texts, editors return or {@linkplain FaqEditor#publish publish} them, translators
 * confirm theirs. Each language goes its own way.
 *
 * <p>Refuses what {@link FaqEditor} refuses, by the same codes. Thread-safe.
 */
public final class FaqWorkflow {
    private static final Operation SUBMIT = Operation.writing("faq.entry.submit", FaqEditor.EDIT);
    private static final Operation SEND_BACK = Operation.writing("faq.entry.return", FaqEditor.PUBLISH);
    private static final Operation CONFIRM = Operation.writing("faq.entry.confirm", FaqEditor.EDIT);
    private static final Operation RESTORE = Operation.writing("faq.entry.restore", FaqEditor.EDIT);
    private static final Operation KEEP = Operation.writing("faq.entry.keep", FaqEditor.PUBLISH);

    /** All operations, for the block's contribution. */
    static final List<Operation> OPERATIONS = List.of(SUBMIT, SEND_BACK, CONFIRM, RESTORE, KEEP);

    private static final Workflow<FaqContent> STEPS = FaqEditorViews.WORKFLOW;

    private final Operations operations;
    private final EditableEntries entries;
    private final FaqPublishing publishing;

    FaqWorkflow(Operations operations, EditableEntries entries, FaqPublishing publishing) {
        this.operations = operations;
        this.entries = entries;
        this.publishing = publishing;
    }

    /**
     * Submits texts of a draft for review; whoever changes one of them takes it back.
     *
     * @throws PortalException.Conflict {@code faq-entry.nothing-to-review} when there is no draft of one of them
     */
    public EditedFaqEntry submit(Actor actor, SubmitFaqEntry command) {
        return operations.perform(SUBMIT, actor, command, context -> {
            StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
            return entries.saveDraft(context, entry, STEPS.submitted(entry.parts(), command.languages()));
        });
    }

    /**
     * Returns texts that are in review to their author, with a note.
     *
     * @throws PortalException.Conflict {@code faq-entry.not-in-review} when one of them is not
     */
    public EditedFaqEntry sendBack(Actor actor, ReturnFaqEntry command) {
        return operations.perform(SEND_BACK, actor, command, context -> {
            StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
            return entries.saveDraft(
                    context, entry, STEPS.returned(entry.parts(), command.languages(), command.note()));
        });
    }

    /**
     * Confirms that a translation says what the first language says now, so that it is no longer outdated.
     *
     * @throws PortalException.InvalidInput {@code faq-entry.language-without-text} when there is no such translation
     * @throws PortalException.Conflict {@code faq-entry.not-outdated} when it is not
     */
    public EditedFaqEntry confirm(Actor actor, ConfirmFaqTranslation command) {
        return operations.perform(CONFIRM, actor, command, context -> {
            StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
            Parts<FaqContent> confirmed =
                    STEPS.confirmed(entry.parts(), command.language(), entry.version() + 1, context.now());
            return entries.saveDraft(context, entry, confirmed);
        });
    }

    /**
     * Makes an earlier revision the draft. What is published stays until the draft is.
     *
     * @throws PortalException.NotFound {@code revision.not-found} when there is none of that number within the editor's reach
     */
    public EditedFaqEntry restore(Actor actor, RestoreFaqRevision command) {
        return operations.perform(RESTORE, actor, command, context -> {
            StoredFaqEntry entry = entries.lock(context, command.entry(), command.expectedVersion());
            FaqContent content = entries.findRevision(context, entry.id(), command.revision());
            return entries.saveDraft(context, entry, STEPS.life().edited(entry.parts(), content, entry.version() + 1));
        });
    }

    /**
     * Drops what is planned: readers go on to see what they see now, which may be nothing.
     *
     * @throws PortalException.Conflict {@code faq-entry.nothing-planned} when nothing is
     */
    public EditedFaqEntry keep(Actor actor, KeepFaqEntry command) {
        return operations.perform(
                KEEP,
                actor,
                command,
                context -> FaqEditorViews.edited(publishing.keep(context, command), context.now()));
    }
}
