// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SuggestQuery;
import java.util.List;

/** How to call core's services, the profile and the search. */
final class CoreInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private CoreInvokers() {}

    static List<Invoker> all() {
        return List.of(
                new Invoker(
                        "AuditTrail.list(Actor, PageRequest)",
                        "audit.list",
                        (portal, actor, target) -> portal.portal.auditTrail().list(actor, PAGE).items().stream()
                                .anyMatch(entry -> entry.tenant().equals(target.tenant()))),
                new Invoker(
                        "Housekeeping.purgeIdempotencyKeys(Actor)",
                        "core.idempotency.purge",
                        (portal, actor, target) -> portal.portal.housekeeping().purgeIdempotencyKeys(actor) > 0),
                new Invoker(
                        "ContentCare.sweep(Actor)",
                        "core.content.sweep",
                        (portal, actor, target) -> portal.portal.contentCare().sweep(actor) > 0),
                new Invoker(
                        "ContentCheck.compare(Actor)",
                        "core.content.compare",
                        (portal, actor, target) -> portal.portal
                                .contentCare()
                                .check()
                                .compare(actor)
                                .withoutRow()
                                .contains(Leftovers.stray(target.tenant()))),
                new Invoker(
                        "ContentCheck.removeStray(Actor)",
                        "core.content.remove-stray",
                        (portal, actor, target) ->
                                portal.portal.contentCare().check().removeStray(actor) > 0),
                new Invoker(
                        "Profiles.read(Actor, CustomerId)",
                        "profile.find",
                        (portal, actor, target) -> portal.profiles
                                .read(actor, target.customer())
                                .customer()
                                .equals(target.customer())),
                new Invoker(
                        "Profiles.change(Actor, ChangeProfile)",
                        "profile.change",
                        (portal, actor, target) -> portal.profiles
                                .change(actor, ChangeProfile.of(target.customer(), patch()))
                                .customer()
                                .equals(target.customer())),
                new Invoker(
                        "Profiles.changes(Actor, CustomerId, PageRequest)",
                        "profile.changes",
                        (portal, actor, target) -> !portal.profiles
                                .changes(actor, target.customer(), PageRequest.first(1))
                                .items()
                                .isEmpty()),
                new Invoker(
                        "Search.find(Actor, SearchQuery, PageRequest)",
                        "search.find",
                        (portal, actor, target) ->
                                portal
                                        .search
                                        .find(actor, SearchQuery.of(SampleWorld.WORD), PAGE)
                                        .hits()
                                        .items()
                                        .stream()
                                        .anyMatch(hit -> hit.object()
                                                .id()
                                                .equals(target.articles()
                                                        .published()
                                                        .toString()))),
                new Invoker(
                        "Search.suggest(Actor, SuggestQuery)",
                        "search.suggest",
                        (portal, actor, target) ->
                                portal
                                        .search
                                        .suggest(
                                                actor,
                                                SuggestQuery.of(SampleWorld.WORD)
                                                        .first(SuggestQuery.MAX_LIMIT))
                                        .stream()
                                        .anyMatch(suggestion -> suggestion
                                                .object()
                                                .id()
                                                .equals(target.articles()
                                                        .published()
                                                        .toString()))),
                new Invoker(
                        "Answers.suggestAnswers(Actor, AnswerQuery)",
                        "search.answer",
                        (portal, actor, target) -> portal
                                .search
                                .answers()
                                .suggestAnswers(
                                        actor,
                                        AnswerQuery.of("Wo melde ich einen " + SampleWorld.WORD + "?")
                                                .atMost(10))
                                .passages()
                                .stream()
                                .anyMatch(passage -> passage.source()
                                        .id()
                                        .equals(target.articles().published().toString()))),
                new Invoker("Search.follow(Actor)", "search.follow", (portal, actor, target) -> {
                    portal.search.follow(actor);
                    return actor.tenant().equals(target.tenant());
                }));
    }

    private static ProfilePatch patch() {
        return ProfilePatch.builder().email("erika@example.org").build();
    }
}
