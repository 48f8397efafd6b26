// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.ReturnArticle;
import dev.portalblocks.kb.model.SubmitArticle;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.model.TextStatus;
import java.util.List;

/** How to call what brings an article's texts from one hand to the next. */
final class WorkflowInvokers {
    private WorkflowInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "ArticleWorkflow.submit(Actor, SubmitArticle)",
                        "kb.article.submit",
                        (portal, actor, target) -> TextState.IN_REVIEW
                                == german(portal.knowledge
                                                .workflow()
                                                .submit(
                                                        actor,
                                                        SubmitArticle.of(
                                                                target.articles()
                                                                        .draft(),
                                                                LanguageTag.GERMAN)))
                                        .draft()),
                new Invoker(
                        "ArticleWorkflow.sendBack(Actor, ReturnArticle)",
                        "kb.article.return",
                        (portal, actor, target) -> TextState.RETURNED
                                == german(portal.knowledge
                                                .workflow()
                                                .sendBack(
                                                        actor,
                                                        ReturnArticle.of(
                                                                target.articles()
                                                                        .inWork(),
                                                                "\u00DCberschrift?",
                                                                LanguageTag.GERMAN)))
                                        .draft()),
                new Invoker(
                        "ArticleWorkflow.confirm(Actor, ConfirmTranslation)",
                        "kb.article.confirm",
                        (portal, actor, target) -> portal
                                .knowledge
                                .workflow()
                                .confirm(
                                        actor,
                                        ConfirmTranslation.of(target.articles().inWork(), LanguageTag.ENGLISH))
                                .texts()
                                .stream()
                                .noneMatch(TextStatus::outdated)),
                new Invoker(
                        "ArticleWorkflow.restore(Actor, RestoreRevision)",
                        "kb.article.restore",
                        (portal, actor, target) -> portal.knowledge
                                        .workflow()
                                        .restore(
                                                actor,
                                                RestoreRevision.of(
                                                        target.articles().inWork(), 1))
                                        .draft()
                                != null),
                new Invoker(
                        "ArticleWorkflow.keep(Actor, KeepArticle)",
                        "kb.article.keep",
                        (portal, actor, target) -> portal.knowledge
                                .workflow()
                                .keep(actor, KeepArticle.of(target.articles().inWork()))
                                .schedule()
                                .showings()
                                .isEmpty()));
    }

    private static TextStatus german(EditedArticle article) {
        return article.texts().stream()
                .filter(text -> text.language().equals(LanguageTag.GERMAN))
                .findFirst()
                .orElseThrow();
    }
}
