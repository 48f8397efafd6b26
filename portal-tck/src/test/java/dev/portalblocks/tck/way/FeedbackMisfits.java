// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.RemoveFeedbackText;
import dev.portalblocks.kb.model.VoteOnArticle;
import dev.portalblocks.kb.model.WithdrawVote;
import java.util.List;

/** Commands about what is said of articles that break one rule each. */
final class FeedbackMisfits {
    private FeedbackMisfits() {}

    static List<Misfit> all() {
        return List.of(
                voted("article", "not-null", new VoteOnArticle(null, 1, LanguageTag.GERMAN, true, null)),
                voted("revision", "positive", new VoteOnArticle(article(), 0, LanguageTag.GERMAN, true, null)),
                voted("language", "not-null", new VoteOnArticle(article(), 1, null, true, null)),
                voted("text", "size", saying(Misfit.text(VoteOnArticle.MAX_TEXT + 1))),
                voted("text", "pattern", saying("Geh\u0007eimnis")),
                withdrawn("article", "not-null", new WithdrawVote(null, 1)),
                withdrawn("revision", "positive", new WithdrawVote(article(), -1)),
                new Misfit("RemoveFeedbackText.feedback", "feedback", "not-null", (portal, actor, target) -> {
                    portal.knowledge.feedback().removeText(actor, new RemoveFeedbackText(null));
                    return true;
                }));
    }

    /** Whichever: the command is refused before anybody looks for it. */
    private static ArticleId article() {
        return Target.absent().articles().published();
    }

    private static VoteOnArticle saying(String text) {
        return new VoteOnArticle(article(), 1, LanguageTag.GERMAN, true, text);
    }

    private static Misfit voted(String field, String code, VoteOnArticle command) {
        return new Misfit(
                "VoteOnArticle." + field,
                field,
                code,
                (portal, actor, target) -> portal.knowledge.feedback().vote(actor, command) != null);
    }

    private static Misfit withdrawn(String field, String code, WithdrawVote command) {
        return new Misfit(
                "WithdrawVote." + field,
                field,
                code,
                (portal, actor, target) -> portal.knowledge.feedback().withdraw(actor, command));
    }
}
