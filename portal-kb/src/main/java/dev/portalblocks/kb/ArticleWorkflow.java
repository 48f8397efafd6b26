// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.ReturnArticle;
import dev.portalblocks.kb.model.Review;
import dev.portalblocks.kb.model.SubmitArticle;
import dev.portalblocks.kb.model.TextState;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

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
    private final KnowledgeStorage storage;
    private final ArticleWriting writing;
    private final ArticlePublishing publishing;

    ArticleWorkflow(
            Operations operations, KnowledgeStorage storage, ArticleWriting writing, ArticlePublishing publishing) {
        this.operations = operations;
        this.storage = storage;
        this.writing = writing;
        this.publishing = publishing;
    }

    /**
     * Submits texts of a draft for review; whoever changes one of them takes it back.
     *
     * @throws PortalException.Conflict {@code article.nothing-to-review} when there is no draft of one of them
     */
    public EditedArticle submit(Actor actor, SubmitArticle command) {
        return change(
                SUBMIT, actor, command, new Named(command.article(), command.expectedVersion()), (context, article) -> {
                    for (LanguageTag language : command.languages()) {
                        if (!ArticleLife.isDrafted(article.parts(), language)) {
                            throw new PortalException.Conflict("article.nothing-to-review");
                        }
                    }
                    return reviewing(context, article, command.languages(), new Review(TextState.IN_REVIEW, null));
                });
    }

    /**
     * Returns texts that are in review to their author, with a note.
     *
     * @throws PortalException.Conflict {@code article.not-in-review} when one of them is not
     */
    public EditedArticle sendBack(Actor actor, ReturnArticle command) {
        return change(
                SEND_BACK,
                actor,
                command,
                new Named(command.article(), command.expectedVersion()),
                (context, article) -> {
                    for (LanguageTag language : command.languages()) {
                        Review review = article.parts().editing().reviews().get(language);
                        if (review == null || review.state() != TextState.IN_REVIEW) {
                            throw new PortalException.Conflict("article.not-in-review");
                        }
                    }
                    return reviewing(
                            context, article, command.languages(), new Review(TextState.RETURNED, command.note()));
                });
    }

    /**
     * Confirms that a translation says what the first language says now, so that it is no longer outdated.
     *
     * @throws PortalException.InvalidInput {@code article.language-without-text} when there is no such translation
     * @throws PortalException.Conflict {@code article.not-outdated} when it is not
     */
    public EditedArticle confirm(Actor actor, ConfirmTranslation command) {
        return change(
                CONFIRM,
                actor,
                command,
                new Named(command.article(), command.expectedVersion()),
                (context, article) -> {
                    ArticleContent newest = ArticleLife.newest(article.parts());
                    if (newest == null || !newest.texts().containsKey(command.language())) {
                        throw new PortalException.InvalidInput("article.language-without-text");
                    }
                    if (!article.parts().editing().isOutdated(newest.language(), command.language())) {
                        throw new PortalException.Conflict("article.not-outdated");
                    }
                    StoredArticle confirmed = ArticleLife.confirmed(article, command.language(), context.now());
                    writing.save(context, confirmed);
                    writing.reportDraft(context, confirmed);
                    return confirmed;
                });
    }

    /**
     * Makes an earlier revision the draft; categories that are no longer there are left out. What is published stays until the draft is.
     *
     * @throws PortalException.NotFound {@code revision.not-found} when there is none of that number within the editor's reach
     */
    public EditedArticle restore(Actor actor, RestoreRevision command) {
        return change(
                RESTORE,
                actor,
                command,
                new Named(command.article(), command.expectedVersion()),
                (context, article) -> {
                    ArticleContent content = storage.revisions()
                            .find(context.tx(), context.scope(), article.id(), command.revision())
                            .map(stored -> stored.revision().content())
                            .orElseThrow(() -> new PortalException.NotFound("revision"));
                    StoredArticle restored =
                            ArticleLife.edited(article, writing.inWhatIsThere(context, content), context.now());
                    writing.save(context, restored);
                    writing.reportDraft(context, restored);
                    return restored;
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

    private StoredArticle reviewing(
            OperationContext context, StoredArticle article, Set<LanguageTag> languages, Review review) {
        StoredArticle changed = ArticleLife.reviewing(article, languages, review, context.now());
        writing.save(context, changed);
        writing.reportDraft(context, changed);
        return changed;
    }

    /** Which article a command is about, and which version of it. */
    private record Named(ArticleId article, @Nullable Long version) {}

    private EditedArticle change(
            Operation operation,
            Actor actor,
            Record command,
            Named named,
            BiFunction<OperationContext, StoredArticle, StoredArticle> body) {
        return operations.perform(operation, actor, command, context -> {
            StoredArticle article = writing.load(context, named.article(), named.version());
            return EditorViews.of(body.apply(context, article), context.now());
        });
    }
}
