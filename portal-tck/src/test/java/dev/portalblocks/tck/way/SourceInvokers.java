// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How to read what a block gives to the search. A source takes no actor, it reads as the program {@code search}: only
 * that actor can be sent through it, and any other one is sent along the one way under the same operation.
 */
final class SourceInvokers {
    private SourceInvokers() {}

    static List<Invoker> all() {
        Source articles = new Source(
                portal -> portal.knowledge.searchSource(),
                target -> ObjectRef.of("article", target.articles().published()));
        Source entries = new Source(
                portal -> portal.faq.searchSource(),
                target -> ObjectRef.of("faq", target.entries().published()));
        return List.of(
                new Invoker("SearchSource.read of articles", "kb.index.read", articles.one("kb.index.read")),
                new Invoker("SearchSource.readAll of articles", "kb.index.read-all", articles.all("kb.index.read-all")),
                new Invoker("SearchSource.read of entries", "faq.index.read", entries.one("faq.index.read")),
                new Invoker("SearchSource.readAll of entries", "faq.index.list", entries.all("faq.index.list")));
    }

    private record Source(Function<Composition, SearchSource> source, Function<Target, ObjectRef> object) {
        Invoker.Call one(String operation) {
            return (portal, actor, target) -> actor.kind() == Actor.Kind.SYSTEM
                    ? isShown(List.of(source.apply(portal).read(actor.tenant(), object.apply(target))), target)
                    : passes(portal, operation, actor, target);
        }

        Invoker.Call all(String operation) {
            return (portal, actor, target) -> {
                if (actor.kind() != Actor.Kind.SYSTEM) {
                    return passes(portal, operation, actor, target);
                }
                List<SearchChange> changes = new ArrayList<>();
                source.apply(portal).readAll(actor.tenant(), changes::add);
                return isShown(changes, target);
            };
        }

        private boolean isShown(List<SearchChange> changes, Target target) {
            return changes.stream()
                    .flatMap(change -> change.documents().stream())
                    .map(SearchDocument::object)
                    .anyMatch(object.apply(target)::equals);
        }

        private static boolean passes(Composition portal, String operation, Actor actor, Target target) {
            return portal.portal
                    .operations()
                    .perform(
                            portal.operation(operation),
                            actor,
                            operation,
                            context -> context.scope().tenant().equals(target.tenant()));
        }
    }
}
