// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.HealthMeasures;
import java.util.List;

/** How to see which articles need care. */
final class HealthInvokers {
    /** The samples were made a month ago. */
    static final HealthMeasures MEASURES = HealthMeasures.usual().unchangedFor(1);

    private HealthInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "ArticleHealth.owners(Actor, HealthMeasures)",
                        "kb.health.owners",
                        (portal, actor, target) -> portal.knowledge.health().owners(actor, MEASURES).stream()
                                .anyMatch(health -> SampleArticles.OWNER.equals(health.owner()))),
                new Invoker(
                        "ArticleHealth.needy(Actor, AskForNeedy, PageRequest)",
                        "kb.health.needy",
                        (portal, actor, target) -> portal
                                .knowledge
                                .health()
                                .needy(actor, AskForNeedy.ofAll(MEASURES), PageRequest.first(100))
                                .items()
                                .stream()
                                .anyMatch(needy ->
                                        needy.article().equals(target.articles().published()))));
    }
}
