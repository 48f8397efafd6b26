// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewPeriod;
import java.time.LocalDate;
import java.util.List;

/** How to count who sees articles, and how to see what was counted. */
final class ViewInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);
    private static final ViewPeriod EVER = new ViewPeriod(LocalDate.MIN, LocalDate.MAX);

    private ViewInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker("ArticleViews.record(Actor, RecordView)", "kb.views.record", (portal, actor, target) -> {
                    portal.knowledge
                            .views()
                            .record(
                                    actor,
                                    RecordView.of(target.articles().published()).by("besuch"));
                    return true;
                }),
                new Invoker(
                        "ArticleViews.counts(Actor, CountViews)",
                        "kb.views.count",
                        (portal, actor, target) -> !portal.knowledge
                                .views()
                                .counts(actor, new CountViews(target.articles().published(), EVER))
                                .isEmpty()),
                new Invoker(
                        "ArticleViews.most(Actor, ViewPeriod, PageRequest)",
                        "kb.views.most",
                        (portal, actor, target) -> portal.knowledge.views().most(actor, EVER, PAGE).items().stream()
                                .anyMatch(seen ->
                                        seen.article().equals(target.articles().published()))),
                new Invoker("ArticleViews.keep(Actor)", "kb.views.keep", (portal, actor, target) -> {
                    portal.knowledge.views().keep(actor);
                    return actor.tenant().equals(target.tenant());
                }));
    }
}
