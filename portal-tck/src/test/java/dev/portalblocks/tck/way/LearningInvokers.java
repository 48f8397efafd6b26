// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.SearchToken;
import dev.portalblocks.search.learning.model.AskForGaps;
import java.time.Instant;
import java.util.List;

/** How to call what learns of searches. */
final class LearningInvokers {
    private static final Instant LATE = Instant.parse("2100-01-01T00:00:00Z");

    private LearningInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker("SearchLearning.opened(Actor, SearchToken)", "search.opened", (portal, actor, target) -> {
                    portal.learning.opened(actor, SearchToken.of("a search of long ago"));
                    return actor.tenant().equals(target.tenant());
                }),
                new Invoker(
                        "SearchLearning.gaps(Actor, AskForGaps)",
                        "search.gaps",
                        (portal, actor, target) ->
                                portal
                                        .learning
                                        .gaps(actor, AskForGaps.ofAll().between(Instant.EPOCH, LATE))
                                        .foundNothing()
                                        .stream()
                                        .anyMatch(gap -> gap.query().equals(Learnings.query(target.tenant())))),
                new Invoker("SearchLearning.keep(Actor)", "search.learning.keep", (portal, actor, target) -> {
                    portal.learning.keep(actor);
                    return actor.tenant().equals(target.tenant());
                }),
                new Invoker(
                        "SearchLearning.purge(Actor)",
                        "search.learning.purge",
                        (portal, actor, target) -> portal.learning.purge(actor) > 0));
    }
}
