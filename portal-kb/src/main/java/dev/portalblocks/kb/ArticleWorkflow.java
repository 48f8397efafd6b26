// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.ReturnArticle;
import dev.portalblocks.kb.model.SubmitArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.spi.Parts;
import java.util.List;

/**
 * An article's way from one hand to the next: authors submit texts, editors return or {@linkplain KnowledgeEditor#publish publish}
 * them, translators confirm theirs. Each language goes its own way.
 *
 * <p>Refuses what {@link KnowledgeEditor} refuses, by the same codes. Thread-safe.
 */
public final class ArticleWorkflow {
    private static final Operation SUBMIT = Operation.writing("kb.article.submit", KnowledgeEditor.EDIT);
    private static final Operation SEND_BACK = Operation.writing("kb.article.return", KnowledgeEditor.PUBLISH);
    private static final Operation CONFIRM = Operation.writing("kb.article.confirm", KnowledgeEditor.EDIT);
    private static final Operation RESTORE = Operation.writing("kb.article.restore", KnowledgeEditor.EDIT);
    private static final Operation KEEP = Operation.writing("kb.article.keep", KnowledgeEditor.PUBLISH);

    static final List<Operation> OPERATIONS = List.of(SUBMIT, SEND_BACK, CONFIRM, RESTORE, KEEP);

    private final Operations operations;
    private final ArticleWriting writing;
    private final ArticlePublishing publishing;

    ArticleWorkflow(Operations operations, ArticleWriting writing, ArticlePublishing publishing) {
        this.operations = operations;
        this.writing = writing;
        this.publishing = publishing;
    }

    /**
     * Submits texts of a draft for review; whoever changes one of them takes it back.
     *
     * @throws PortalException.Conflict {@code article.nothing-to-review} when there is no draft of one of them
     */
    public EditedArticle submit(Actor actor, SubmitArticle command) {
        return operations.perform(SUBMIT, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            return save(context, article, ArticleLife.WORKFLOW.submitted(article.parts(), command.languages()));
        });
    }

    /**
     * Returns texts that are in review to their author, with a note.
     *
     * @throws PortalException.Conflict {@code article.not-in-review} when one of them is not
     */
    public EditedArticle sendBack(Actor actor, ReturnArticle command) {
        return operations.perform(SEND_BACK, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            return save(
                    context,
                    article,
                    ArticleLife.WORKFLOW.returned(article.parts(), command.languages(), command.note()));
        });
    }

    /**
     * Confirms that a translation says what the first language says now, so that it is no longer outdated.
     *
     * @throws PortalException.InvalidInput {@code article.language-without-text} when there is no such translation
     * @throws PortalException.Conflict {@code article.not-outdated} when it is not
     */
    public EditedArticle confirm(Actor actor, ConfirmTranslation command) {
        return operations.perform(CONFIRM, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            long next = article.version() + 1;
            return save(
                    context,
                    article,
                    ArticleLife.WORKFLOW.confirmed(article.parts(), command.language(), next, context.now()));
        });
    }

    /**
     * Makes an earlier revision the draft; categories that are no longer there are left out. What is published stays until the draft is.
     *
     * @throws PortalException.NotFound {@code revision.not-found} when there is none of that number within the editor's reach
     */
    public EditedArticle restore(Actor actor, RestoreRevision command) {
        return operations.perform(RESTORE, actor, command, context -> {
            StoredArticle article = writing.load(context, command.article(), command.expectedVersion());
            ArticleContent content = writing.requireRevision(context, article.id(), command.revision());
            return writing.saveDraft(
                    context, ArticleLife.edited(article, writing.inWhatIsThere(context, content), context.now()));
        });
    }

    /**
     * Drops what is planned: readers go on to see what they see now, which may be nothing.
     *
     * @throws PortalException.Conflict {@code article.nothing-planned} when nothing is
     */
    public EditedArticle keep(Actor actor, KeepArticle command) {
        return operations.perform(
                KEEP, actor, command, context -> EditorViews.of(publishing.keep(context, command), context.now()));
    }

    private EditedArticle save(OperationContext context, StoredArticle article, Parts<ArticleContent> parts) {
        return writing.saveDraft(context, article.next(article.state(), parts, context.now()));
    }
}
