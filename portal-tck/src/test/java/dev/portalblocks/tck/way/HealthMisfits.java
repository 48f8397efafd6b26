// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.HealthMeasures;
import java.util.List;

/** Questions about the health of articles that break one rule each. */
final class HealthMisfits {
    private static final HealthMeasures USUAL = HealthMeasures.usual();
    private static final int TOO_LONG = HealthMeasures.MAX_DAYS + 1;

    private HealthMisfits() {}

    static List<Misfit> all() {
        return List.of(
                owners("unchangedDays", "min", USUAL.unchangedFor(0)),
                owners("unchangedDays", "max", USUAL.unchangedFor(TOO_LONG)),
                owners("helpfulPercent", "min", USUAL.helpingFewerThan(0, 1)),
                owners("helpfulPercent", "max", USUAL.helpingFewerThan(101, 1)),
                owners("votes", "min", USUAL.helpingFewerThan(50, 0)),
                owners("unseenDays", "min", USUAL.unseenFor(0)),
                owners("unseenDays", "max", USUAL.unseenFor(TOO_LONG)),
                needy("AskForNeedy.measures", "measures", "not-null", AskForNeedy.ofAll(null)),
                needy(
                        "HealthMeasures.votes",
                        "measures.votes",
                        "min",
                        AskForNeedy.ofAll(USUAL.helpingFewerThan(50, 0))));
    }

    private static Misfit owners(String field, String code, HealthMeasures measures) {
        return new Misfit(
                "HealthMeasures." + field,
                field,
                code,
                (portal, actor, target) -> portal.knowledge.health().owners(actor, measures) != null);
    }

    private static Misfit needy(String field, String path, String code, AskForNeedy question) {
        return new Misfit(
                field,
                path,
                code,
                (portal, actor, target) ->
                        portal.knowledge.health().needy(actor, question, PageRequest.first(1)) != null);
    }
}
