// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.RemoveFeedbackText;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.kb.model.WithdrawVote;
import java.util.List;
import java.util.stream.Stream;

/** How to say what one thinks of an article, and how to see what was said. */
final class FeedbackInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private FeedbackInvokers() {}

    static List<Invoker> all() {
        return Stream.concat(ofCustomers().stream(), ofEditors().stream()).toList();
    }

    private static List<Invoker> ofCustomers() {
        return List.of(
                new Invoker(
                        "ArticleFeedback.vote(Actor, VoteOnArticle)",
                        "kb.feedback.vote",
                        (portal, actor, target) -> "Doch nicht."
                                .equals(portal.knowledge
                                        .feedback()
                                        .vote(
                                                actor,
                                                new VoteOnArticle(
                                                        target.articles().published(),
                                                        1,
                                                        LanguageTag.GERMAN,
                                                        false,
                                                        "Doch nicht."))
                                        .text())),
                new Invoker(
                        "ArticleFeedback.withdraw(Actor, WithdrawVote)",
                        "kb.feedback.withdraw",
                        (portal, actor, target) -> portal.knowledge
                                .feedback()
                                .withdraw(
                                        actor,
                                        new WithdrawVote(target.articles().published(), 1))),
                new Invoker(
                        "ArticleFeedback.given(Actor, CustomerId, PageRequest)",
                        "kb.feedback.given",
                        (portal, actor, target) ->
                                portal.knowledge.feedback().given(actor, target.customer(), PAGE).items().stream()
                                        .anyMatch(vote -> vote.article()
                                                .equals(target.articles().published()))),
                new Invoker(
                        "ArticleFeedback.erase(Actor, CustomerId)",
                        "kb.feedback.erase",
                        (portal, actor, target) -> portal.knowledge.feedback().erase(actor, target.customer()) > 0));
    }

    private static List<Invoker> ofEditors() {
        return List.of(
                new Invoker(
                        "ArticleFeedback.counts(Actor, ArticleId)",
                        "kb.feedback.count",
                        (portal, actor, target) -> !portal.knowledge
                                .feedback()
                                .counts(actor, target.articles().published())
                                .isEmpty()),
                new Invoker(
                        "ArticleFeedback.texts(Actor, ArticleId, PageRequest)",
                        "kb.feedback.texts",
                        (portal, actor, target) ->
                                portal
                                        .knowledge
                                        .feedback()
                                        .texts(actor, target.articles().published(), PAGE)
                                        .items()
                                        .stream()
                                        .anyMatch(text -> text.article()
                                                .equals(target.articles().published()))),
                new Invoker(
                        "ArticleFeedback.removeText(Actor, RemoveFeedbackText)",
                        "kb.feedback.remove-text",
                        (portal, actor, target) -> {
                            portal.knowledge
                                    .feedback()
                                    .removeText(
                                            actor,
                                            new RemoveFeedbackText(
                                                    target.articles().said()));
                            return true;
                        }));
    }
}
