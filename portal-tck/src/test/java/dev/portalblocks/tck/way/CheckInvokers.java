// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PageRequest;
import java.util.List;

/** How to have articles looked over. */
final class CheckInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private CheckInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "ArticleChecks.check(Actor, ArticleId)",
                        "kb.article.check",
                        (portal, actor, target) -> portal.knowledge
                                .checks()
                                .check(actor, target.articles().draft())
                                .article()
                                .equals(target.articles().draft())),
                new Invoker(
                        "ArticleChecks.report(Actor, PageRequest)",
                        "kb.article.report",
                        (portal, actor, target) -> portal.knowledge.checks().report(actor, PAGE).items().stream()
                                .anyMatch(article -> article.article()
                                        .equals(target.articles().draft()))));
    }
}
