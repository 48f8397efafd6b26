// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.faq.model.ConfirmFaqTranslation;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.KeepFaqEntry;
import dev.portalblocks.faq.model.RestoreFaqRevision;
import dev.portalblocks.faq.model.ReturnFaqEntry;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.model.TextStatus;
import java.util.List;

/** How to call an FAQ entry's way from one hand to the next. */
final class FaqWorkflowInvokers {
    private FaqWorkflowInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "FaqWorkflow.submit(Actor, SubmitFaqEntry)",
                        "faq.entry.submit",
                        (portal, actor, target) -> TextState.IN_REVIEW
                                == german(portal.faq
                                                .workflow()
                                                .submit(
                                                        actor,
                                                        SubmitFaqEntry.of(
                                                                target.entries().draft(), LanguageTag.GERMAN)))
                                        .draft()),
                new Invoker(
                        "FaqWorkflow.sendBack(Actor, ReturnFaqEntry)",
                        "faq.entry.return",
                        (portal, actor, target) -> TextState.RETURNED
                                == german(portal.faq
                                                .workflow()
                                                .sendBack(
                                                        actor,
                                                        ReturnFaqEntry.of(
                                                                target.entries().inWork(),
                                                                "K\u00FCrzer?",
                                                                LanguageTag.GERMAN)))
                                        .draft()),
                new Invoker(
                        "FaqWorkflow.confirm(Actor, ConfirmFaqTranslation)",
                        "faq.entry.confirm",
                        (portal, actor, target) -> portal
                                .faq
                                .workflow()
                                .confirm(
                                        actor,
                                        ConfirmFaqTranslation.of(
                                                target.entries().inWork(), LanguageTag.ENGLISH))
                                .texts()
                                .stream()
                                .noneMatch(TextStatus::outdated)),
                new Invoker(
                        "FaqWorkflow.restore(Actor, RestoreFaqRevision)",
                        "faq.entry.restore",
                        (portal, actor, target) -> portal.faq
                                        .workflow()
                                        .restore(
                                                actor,
                                                RestoreFaqRevision.of(
                                                        target.entries().inWork(), 1))
                                        .draft()
                                != null),
                new Invoker(
                        "FaqWorkflow.keep(Actor, KeepFaqEntry)",
                        "faq.entry.keep",
                        (portal, actor, target) -> portal.faq
                                .workflow()
                                .keep(actor, KeepFaqEntry.of(target.entries().inWork()))
                                .schedule()
                                .showings()
                                .isEmpty()));
    }

    private static TextStatus german(EditedFaqEntry entry) {
        return entry.texts().stream()
                .filter(text -> text.language().equals(LanguageTag.GERMAN))
                .findFirst()
                .orElseThrow();
    }
}
