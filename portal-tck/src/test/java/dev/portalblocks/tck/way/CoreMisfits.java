// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SuggestQuery;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the commands of the profile and of the search can't be. */
final class CoreMisfits {
    private CoreMisfits() {}

    static List<Misfit> all() {
        return List.of(
                profile("givenName", "size", ""),
                profile("givenName", "size", Misfit.text(101)),
                profile("familyName", "size", Misfit.text(101)),
                profile("email", "email", Misfit.PRIVATE),
                profile("email", "size", "a@" + "b".repeat(60) + ("." + "c".repeat(60)).repeat(4)),
                profile("email", "pattern", "a\u202E@example.org"),
                profile("phone", "pattern", Misfit.PRIVATE),
                profile("street", "size", Misfit.text(201)),
                profile("postalCode", "size", Misfit.text(21)),
                profile("city", "size", Misfit.text(101)),
                profile("country", "pattern", Misfit.PRIVATE),
                profile("language", "pattern", Misfit.PRIVATE + "!"),
                profile("givenName", "pattern", "a\nb"),
                profile("familyName", "pattern", " "),
                profile("street", "pattern", "a\u0000"),
                profile("postalCode", "pattern", "1\t2"),
                profile("city", "pattern", "\ud800"),
                change("customer", target -> ChangeProfile.of(null, ProfilePatch.of(Map.of()))),
                change("patch", target -> ChangeProfile.of(target.customer(), null)),
                profile("ProfileData.unknown", "", "unknown-field", Map.of(Misfit.PRIVATE, Misfit.PRIVATE)),
                search("text", "size", SearchQuery.of(Misfit.text(10_001))),
                search("text", "not-null", SearchQuery.of(null)),
                search("types", "size", SearchQuery.of("a").among(many(21))),
                search("categories", "size", SearchQuery.of("a").inCategories(many(51))),
                search("tags", "size", SearchQuery.of("a").tagged(many(51))),
                suggest("text", "size", SuggestQuery.of(Misfit.text(10_001))),
                suggest("text", "not-null", SuggestQuery.of(null)),
                suggest("types", "size", SuggestQuery.of("a").among(many(21))),
                suggest("limit", "min", SuggestQuery.of("a").first(0)),
                suggest("limit", "max", SuggestQuery.of("a").first(21)),
                answer("text", "size", AnswerQuery.of(Misfit.text(10_001))),
                answer("text", "not-null", AnswerQuery.of(null)),
                answer("atMost", "min", AnswerQuery.of("a").atMost(0)),
                answer("atMost", "max", AnswerQuery.of("a").atMost(11)),
                gaps("min", 0),
                gaps("max", 201));
    }

    private static String[] many(int count) {
        return IntStream.range(0, count).mapToObj(number -> "t" + number).toArray(String[]::new);
    }

    private static Misfit search(String field, String code, SearchQuery query) {
        return new Misfit(
                "SearchQuery." + field,
                field,
                code,
                (portal, actor, target) ->
                        portal.search.find(actor, query, PageRequest.first(1)).hits() != null);
    }

    private static Misfit suggest(String field, String code, SuggestQuery query) {
        return new Misfit(
                "SuggestQuery." + field,
                field,
                code,
                (portal, actor, target) -> portal.search.suggest(actor, query) != null);
    }

    private static Misfit answer(String field, String code, AnswerQuery query) {
        return new Misfit(
                "AnswerQuery." + field,
                field,
                code,
                (portal, actor, target) -> portal.search.answers().suggestAnswers(actor, query) != null);
    }

    private static Misfit gaps(String code, int limit) {
        return new Misfit(
                "AskForGaps.limit",
                "limit",
                code,
                (portal, actor, target) ->
                        portal.learning.gaps(actor, AskForGaps.ofAll().atMost(limit)) != null);
    }

    private static Misfit change(String field, Function<Target, ChangeProfile> command) {
        return new Misfit(
                "ChangeProfile." + field,
                field,
                "not-null",
                (portal, actor, target) -> portal.profiles.change(actor, command.apply(target)) != null);
    }

    private static Misfit profile(String field, String code, String value) {
        return profile("ProfileData." + field, field, code, Map.of(field, value));
    }

    private static Misfit profile(String field, String path, String code, Map<String, String> values) {
        return new Misfit(
                field,
                path,
                code,
                (portal, actor, target) ->
                        portal.profiles.change(actor, ChangeProfile.of(target.customer(), ProfilePatch.of(values)))
                                != null);
    }
}
