// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.Snippet;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promises 4 to 8 of {@link SearchIndex}, about what is found; part of {@link SearchIndexContract}. */
@ContractOf(SearchIndex.class)
public interface SearchReadingContract {
    /** The languages that objects are published in here. */
    List<LanguageTag> LANGUAGES =
            Stream.of("de", "de-CH", "en", "fr", "pl").map(LanguageTag::of).toList();

    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    SearchIndex index();

    /** Random scopes, against what the scope itself says. */
    @Test
    @Promise(4)
    default void exactlyWhatTheScopeCoversIsFound() {
        SearchIndex index = index();
        RandomScopes random = new RandomScopes(Seed.random());
        Map<String, Set<Audience>> articles = new LinkedHashMap<>();
        IntStream.range(0, 40).forEach(i -> articles.put("a" + i, random.audiences()));
        List<SearchChange> changes = new ArrayList<>();
        articles.forEach((id, audiences) -> changes.add(Articles.articleFor(id, audiences)));
        index.update(Articles.ACME, changes, Articles.at(1));

        for (int i = 0; i < 60; i++) {
            Scope scope = random.scope(Articles.ACME);
            assertThat(Articles.ids(index.search(Articles.ACME, within(scope), null, 100)
                            .hits()))
                    .as("%s", scope)
                    .containsExactlyInAnyOrderElementsOf(articles.keySet().stream()
                            .filter(id -> scope.covers(published(articles.getOrDefault(id, Set.of()))))
                            .toList());
        }
    }

    /** The same article in every tenant, whatever its name. */
    @Test
    @Promise(4)
    default void tenantsFindOnlyWhatIsTheirs() {
        SearchIndex index = index();
        List<TenantId> tenants =
                Awkward.identifiers().stream().map(TenantId::of).toList();
        for (int i = 0; i < tenants.size(); i++) {
            index.update(tenants.get(i), List.of(Articles.article("of-" + i)), Articles.at(1));
        }
        for (int i = 0; i < tenants.size(); i++) {
            Scope scope = Scope.wholeTenant(tenants.get(i));
            assertThat(Articles.ids(index.search(tenants.get(i), within(scope), null, 100)
                            .hits()))
                    .as("%s", tenants.get(i))
                    .containsExactly("of-" + i);
        }
        TenantId nobody = TenantId.of("nobody");
        assertThat(index.search(nobody, within(Scope.wholeTenant(nobody)), null, 100)
                        .hits())
                .isEmpty();
        assertThat(index.search(tenants.get(0), within(Scope.wholeTenant(nobody)), null, 100)
                        .hits())
                .as("with the scope of another tenant")
                .isEmpty();
    }

    /** Random scopes for three kinds of objects, some kinds without one, and all or some of them asked for. */
    @Test
    @Promise(4)
    default void eachKindOfObjectIsFoundAsFarAsItsOwnScopeReaches() {
        SearchIndex index = index();
        SplittableRandom choice = Seed.random();
        RandomScopes random = new RandomScopes(choice);
        List<String> types = List.of("article", "faq", "host's own");
        Map<ObjectRef, Set<Audience>> objects = new LinkedHashMap<>();
        IntStream.range(0, 36).forEach(i -> objects.put(ObjectRef.of(types.get(i % 3), "o" + i), random.audiences()));
        List<SearchChange> changes = new ArrayList<>();
        objects.forEach((object, audiences) -> changes.add(Articles.objectFor(object, audiences)));
        index.update(Articles.ACME, changes, Articles.at(1));

        for (int i = 0; i < 60; i++) {
            Map<String, Scope> scopes = new HashMap<>();
            Set<String> asked = new HashSet<>();
            for (String type : types) {
                if (choice.nextInt(4) > 0) {
                    scopes.put(type, random.scope(Articles.ACME));
                }
                if (choice.nextInt(4) == 0) {
                    asked.add(type);
                }
            }
            IndexQuery query = new IndexQuery(
                    Articles.WORD,
                    List.of(LanguageTag.ENGLISH),
                    Articles.seeing(Articles.EVERYBODY).within(scopes),
                    IndexQuery.Filter.ofTypes(asked),
                    Set.of());
            assertThat(index.search(Articles.ACME, query, null, 100).hits())
                    .as("%s", query)
                    .extracting(hit -> hit.hit().object())
                    .containsExactlyInAnyOrderElementsOf(objects.keySet().stream()
                            .filter(object -> asked.isEmpty() || asked.contains(object.type()))
                            .filter(object -> scopes.containsKey(object.type())
                                    && scopes.get(object.type())
                                            .covers(published(objects.getOrDefault(object, Set.of()))))
                            .toList());
        }
    }

    /** Random objects in one to five languages, for readers of none to five. */
    @Test
    @Promise(5)
    default void eachObjectIsFoundInTheLanguageThatItsReaderGets() {
        SearchIndex index = index();
        SplittableRandom random = Seed.random();
        Map<String, List<LanguageTag>> languages = new LinkedHashMap<>();
        IntStream.range(0, 25).forEach(i -> languages.put("a" + i, some(random, 1)));
        List<SearchChange> changes = new ArrayList<>();
        languages.forEach((id, tags) -> changes.add(Articles.articleIn(id, tags)));
        index.update(Articles.ACME, changes, Articles.at(1));

        for (int i = 0; i < 25; i++) {
            List<LanguageTag> reader = some(random, 0);
            Map<String, LanguageTag> expected = new LinkedHashMap<>();
            languages.forEach((id, tags) ->
                    expected.put(id, LanguageTag.firstAvailable(reader, tags).orElse(tags.get(0))));
            List<RankedHit> hits = index.search(
                            Articles.ACME, Articles.asked(Articles.WORD, reader, Articles.EVERYBODY), null, 100)
                    .hits();

            assertThat(hits).as("for %s", reader).hasSize(25);
            assertThat(hits)
                    .as("for %s", reader)
                    .allSatisfy(hit -> assertThat(hit.hit().language())
                            .isEqualTo(expected.get(hit.hit().object().id())));
        }
    }

    /** Groups of equal articles, so that pages end among equals; pages of every size. */
    @Test
    @Promise(6)
    default void pagesJoinWithoutGapOrRepetition() {
        SearchIndex index = index();
        List<SearchChange> changes = IntStream.range(0, 24)
                .mapToObj(i -> Articles.article("a" + (i * 7 % 24), "One " + Articles.WORD, "text ".repeat(i % 4)))
                .toList();
        index.update(Articles.ACME, changes, Articles.at(1));
        List<RankedHit> all = Articles.hits(index);

        assertThat(all).hasSize(24).isSortedAccordingTo(Comparator.comparing(RankedHit::place));
        assertThat(all.stream().map(hit -> -hit.hit().score())).isSorted();
        assertThat(Articles.hits(index)).as("asked again").isEqualTo(all);
        for (int limit = 1; limit <= 25; limit++) {
            List<RankedHit> joined = Pages.walk(
                    limit,
                    (after, size) -> index.search(Articles.ACME, Articles.asked(Articles.WORD), after, size)
                            .hits(),
                    RankedHit::place);
            assertThat(joined).as("pages of %d", limit).isEqualTo(all);
        }
    }

    /** Operators of query languages, brackets, halves of characters, very much and very little. */
    @Test
    @Promise(7)
    default void anyTextIsASearch() {
        SearchIndex index = index();
        index.update(Articles.ACME, List.of(Articles.article("a")), Articles.at(1));
        List<String> signs = List.of(
                "\"", "'", "(", ")", "[", "]", "{", "}", "*", "?", "~", "^", ":", "\\", "/", "+", "-", "!", "&&", "||",
                "<", ">", "\uD800", "\uDC00", "\u0000", "\u202E");
        for (String sign : signs) {
            assertThat(Articles.found(index, sign + " " + Articles.WORD))
                    .as("behind %s", sign)
                    .containsExactly("a");
            assertThat(Articles.found(index, Articles.WORD + " " + sign))
                    .as("before %s", sign)
                    .containsExactly("a");
            assertThat(Articles.found(index, sign)).as("%s alone", sign).isEmpty();
        }
        assertThat(Articles.found(index, "")).isEmpty();
        assertThat(Articles.found(index, " \n")).isEmpty();
        for (String unit : List.of("a", "(", "a ", "\" ", "\uD83D\uDE00", "x" + "y".repeat(30) + " ")) {
            String text = unit.repeat(10_000 / unit.length());
            assertThat(Articles.found(index, text))
                    .as("10,000 characters of %s", unit)
                    .isEmpty();
        }
        Awkward.texts().forEach(text -> assertThat(Articles.found(index, text)).hasSizeLessThanOrEqualTo(1));
    }

    /** Awkward text round a match. */
    @Test
    @Promise(8)
    default void titleAndSnippetHoldTheDocumentsOwnCharacters() {
        SearchIndex index = index();
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String title = Articles.WORD + " <b>&amp; " + text;
            String body = "\uD83D\uDE00".repeat(400) + " " + text + " " + Articles.WORD + " " + text
                    + "\uD83D\uDE00".repeat(400);
            index.update(Articles.ACME, List.of(Articles.article("a", title, body)), Articles.at(i));
            SearchHit hit = Articles.hits(index).get(0).hit();

            assertThat(hit.title().text()).isEqualTo(title);
            assertThat(body).contains(hit.snippet().text());
            for (Snippet snippet : List.of(hit.title(), hit.snippet())) {
                assertThat(snippet.text().codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                        .isTrue();
                matchesLieWithin(snippet);
            }
        }
    }

    private static void matchesLieWithin(Snippet snippet) {
        int end = 0;
        for (Snippet.Match match : snippet.matches()) {
            assertThat(match.start()).isGreaterThanOrEqualTo(end);
            assertThat(match.end()).isGreaterThan(match.start());
            end = match.end();
        }
        assertThat(end).isLessThanOrEqualTo(snippet.text().length());
    }

    private static IndexQuery within(Scope scope) {
        return Articles.asked(Articles.WORD, List.of(LanguageTag.ENGLISH), scope);
    }

    private static AccessLabel published(Set<Audience> audiences) {
        return AccessLabel.of(Articles.ACME).forAudiences(audiences).inState(Permission.PUBLISHED);
    }

    private static List<LanguageTag> some(SplittableRandom random, int atLeast) {
        List<LanguageTag> rest = new ArrayList<>(LANGUAGES);
        List<LanguageTag> some = new ArrayList<>();
        for (int i = random.nextInt(atLeast, LANGUAGES.size() + 1); i > 0; i--) {
            some.add(rest.remove(random.nextInt(rest.size())));
        }
        return some;
    }
}
