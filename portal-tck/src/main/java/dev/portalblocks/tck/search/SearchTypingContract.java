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
import dev.portalblocks.search.model.Snippet;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 16 to 20 of {@link SearchIndex}, about signs and about what is still being typed; part of {@link SearchIndexContract}. */
@ContractOf(SearchIndex.class)
public interface SearchTypingContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    SearchIndex index();

    /** The words in this order, in the other, apart, and one of them. */
    @Test
    @Promise(16)
    default void whatIsQuotedStandsInThisOrder() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(
                        Articles.article("order", "One", "Take the green card with you."),
                        Articles.article("turned", "Two", "A card green with envy."),
                        Articles.article("apart", "Three", "A green and yellow card."),
                        Articles.article("one", "Four", "A meadow is green.")),
                Articles.at(1));

        for (String text :
                List.of("\"green card\"", "“green card”", "\"green card\" yellow", "meadow \"green card\"")) {
            assertThat(Articles.found(index, text)).as(text).containsExactly("order");
        }
        assertThat(Articles.found(index, "\"card yellow\"")).isEmpty();
        for (String text : List.of("\"green card", "green card\"", "green\"card")) {
            assertThat(Articles.found(index, text)).as(text).contains("order", "turned", "apart");
        }
    }

    /** Behind a space and at the beginning; not within a word, before a space, or before nothing. */
    @Test
    @Promise(16)
    default void whatIsBehindAMinusIsNotInAHit() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(Articles.article("with", "One " + Articles.WORD, "green"), Articles.article("without")),
                Articles.at(1));

        for (String text : List.of(Articles.WORD + " -green", "-green " + Articles.WORD)) {
            assertThat(Articles.found(index, text)).as(text).containsExactly("without");
        }
        for (String text : List.of(Articles.WORD + "-green", Articles.WORD + " - green", Articles.WORD + " -")) {
            assertThat(Articles.found(index, text)).as(text).contains("with");
        }
        assertThat(Articles.found(index, "-green")).isEmpty();
    }

    /** Every beginning of a word finds its title while it is typed, and none does when a space stands behind it. */
    @Test
    @Promise(17)
    default void theLastWordIsTheBeginningOfOne() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(Articles.article("a", "Greenhouse gases", ""), Articles.article("b", "Meadow", "")),
                Articles.at(1));

        for (int length = 1; length <= "greenhouse".length(); length++) {
            String letters = "greenhouse".substring(0, length);
            assertThat(typed(index, letters)).as(letters).containsExactly("a");
            assertThat(typed(index, "meadow " + letters)).as(letters).containsExactlyInAnyOrder("a", "b");
        }
        assertThat(typed(index, "gr ")).isEmpty();
        assertThat(typed(index, "zz")).isEmpty();
        assertThat(Articles.found(index, "gr")).isEmpty();
    }

    /** One word, two in both orders, from the first letter on; never another title. */
    @Test
    @Promise(18)
    default void aTitleIsSuggestedByTheBeginningsOfItsWords() {
        SearchIndex index = index();
        index.update(
                Articles.ACME,
                List.of(
                        Articles.article("a", "Greenhouse gases", "meadow"),
                        Articles.article("b", "Green meadow", "gases"),
                        Articles.article("c", "Yellow card", "green")),
                Articles.at(1));

        assertThat(suggested(index, "g")).containsExactlyInAnyOrder("a", "b");
        assertThat(suggested(index, "green")).containsExactlyInAnyOrder("a", "b");
        assertThat(suggested(index, "greenh")).containsExactly("a");
        assertThat(suggested(index, "GREENHOUSE gas")).containsExactly("a");
        assertThat(suggested(index, "gas greenh")).containsExactly("a");
        assertThat(suggested(index, "me")).containsExactly("b");
        assertThat(suggested(index, "card ")).containsExactly("c");
        assertThat(suggested(index, "xx")).isEmpty();
    }

    /** A hundred titles alike, few of them wanted. */
    @Test
    @Promise(18)
    default void noMoreAreSuggestedThanAskedFor() {
        SearchIndex index = index();
        List<SearchChange> changes = IntStream.range(0, 100)
                .mapToObj(i -> Articles.article("a" + i, "Meadow " + i, ""))
                .toList();
        index.update(Articles.ACME, changes, Articles.at(1));

        for (int limit : List.of(1, 5, 20)) {
            List<Suggestion> first = index.suggest(Articles.ACME, Articles.asked("mea"), limit);
            assertThat(first).hasSize(limit);
            assertThat(index.suggest(Articles.ACME, Articles.asked("mea"), limit))
                    .isEqualTo(first);
        }
        assertThat(suggested(index, "mea")).hasSize(100);
    }

    /** Random scopes, against what the scope itself says. */
    @Test
    @Promise(18)
    default void exactlyWhatTheScopeCoversIsSuggested() {
        SearchIndex index = index();
        RandomScopes random = new RandomScopes(Seed.random());
        Map<String, Set<Audience>> articles = new LinkedHashMap<>();
        IntStream.range(0, 40).forEach(i -> articles.put("a" + i, random.audiences()));
        List<SearchChange> changes = new ArrayList<>();
        articles.forEach((id, audiences) -> changes.add(Articles.titledFor(id, audiences, "Meadow " + id)));
        index.update(Articles.ACME, changes, Articles.at(1));

        for (int i = 0; i < 60; i++) {
            Scope scope = random.scope(Articles.ACME);
            IndexQuery query = Articles.asked("mead", List.of(LanguageTag.ENGLISH), scope);
            assertThat(ids(index.suggest(Articles.ACME, query, 100)))
                    .as("%s", scope)
                    .containsExactlyInAnyOrderElementsOf(articles.keySet().stream()
                            .filter(id -> scope.covers(AccessLabel.of(Articles.ACME)
                                    .forAudiences(articles.getOrDefault(id, Set.of()))
                                    .inState(Permission.PUBLISHED)))
                            .toList());
        }
    }

    /** The same title in two tenants, and a kind of object that nobody asked for. */
    @Test
    @Promise(18)
    default void onlyWhatIsTheTenantsAndOfAKindThatIsWantedIsSuggested() {
        SearchIndex index = index();
        TenantId other = TenantId.of("other");
        index.update(other, List.of(Articles.article("theirs", "Meadow", "")), Articles.at(1));
        index.update(
                Articles.ACME,
                List.of(
                        Articles.article("ours", "Meadow", ""),
                        Articles.objectFor(ObjectRef.of("faq", "f"), Set.of(Audience.PUBLIC))),
                Articles.at(1));

        assertThat(suggested(index, "mead")).containsExactly("ours");
        assertThat(suggested(index, "invo")).as("of no kind that has a scope").isEmpty();
        IndexQuery narrow = Articles.asked("mead").among(IndexQuery.Filter.ofTypes(Set.of("faq")));
        assertThat(index.suggest(Articles.ACME, narrow, 10)).isEmpty();
        assertThat(index.suggest(other, Articles.asked("mead"), 10))
                .as("the scope is another tenant's")
                .isEmpty();
        assertThat(index.suggest(TenantId.of("nobody"), Articles.asked("mead"), 10))
                .isEmpty();
    }

    /** In two languages, and in none of the reader's. */
    @Test
    @Promise(19)
    default void anObjectIsSuggestedOnceInTheLanguageThatTheReaderGets() {
        SearchIndex index = index();
        LanguageTag polish = LanguageTag.of("pl");
        index.update(
                Articles.ACME,
                List.of(
                        Articles.articleIn("both", List.of(LanguageTag.ENGLISH, polish)),
                        Articles.titledIn("polish", polish, Articles.WORD + " 2"),
                        Articles.titledIn("english", LanguageTag.ENGLISH, Articles.WORD + " 3")),
                Articles.at(1));

        List<LanguageTag> chain = List.of(polish, LanguageTag.ENGLISH);
        List<Suggestion> ofAPole = index.suggest(Articles.ACME, Articles.asked("invo", chain, Articles.EVERYBODY), 10);
        assertThat(ids(ofAPole))
                .containsExactlyInAnyOrder("both", "polish", "english")
                .endsWith("english");
        assertThat(ofAPole.subList(0, 2))
                .allSatisfy(suggestion -> assertThat(suggestion.language()).isEqualTo(polish));
        assertThat(ids(index.suggest(Articles.ACME, Articles.asked("invo"), 10)))
                .endsWith("polish")
                .hasSize(3);
    }

    /** A reader chooses a title; two that look the same are no choice. */
    @Test
    @Promise(19)
    default void noTitleIsSuggestedTwice() {
        SearchIndex index = index();
        List<SearchChange> changes = new ArrayList<>();
        IntStream.range(0, 60)
                .forEach(i -> changes.add(Articles.article("a" + i, i % 2 == 0 ? "Meadow" : "MEADOW", "")));
        changes.add(Articles.article("other", "A longer title about a meadow", ""));
        index.update(Articles.ACME, changes, Articles.at(1));

        assertThat(suggested(index, "mead")).hasSize(2).contains("other");
        assertThat(ids(index.suggest(Articles.ACME, Articles.asked("mead"), 2))).contains("other");
    }

    /** Signs, halves of characters, very much and very little; awkward text round what was typed. */
    @Test
    @Promise(20)
    default void anyTextMayBeTypedAndTitlesHoldTheirOwnCharacters() {
        SearchIndex index = index();
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            String title = "Meadow <b>&amp; " + texts.get(i) + " meadows";
            index.update(Articles.ACME, List.of(Articles.article("a", title, "")), Articles.at(i));
            assertThat(index.suggest(Articles.ACME, Articles.asked("mea"), 10))
                    .singleElement()
                    .satisfies(suggestion -> {
                        assertThat(suggestion.title().text()).isEqualTo(title);
                        assertThat(suggestion.title().matches()).hasSizeGreaterThanOrEqualTo(2);
                        matchesLieWithin(suggestion.title());
                    });
            assertThat(index.suggest(Articles.ACME, Articles.asked(texts.get(i)), 10))
                    .hasSizeLessThanOrEqualTo(1);
        }
        for (String nothing : List.of("", " \n", "\"", "-", "*", "\uD800", "()")) {
            assertThat(suggested(index, nothing)).as(nothing).isEmpty();
        }
        for (String unit : List.of("q", "(", "q ", "\" ", "-q ", "\"q\" ", "\uD83D\uDE00")) {
            assertThat(suggested(index, unit.repeat(10_000 / unit.length()))).isEmpty();
        }
    }

    private static void matchesLieWithin(Snippet title) {
        int end = 0;
        for (Snippet.Match match : title.matches()) {
            assertThat(match.start()).isGreaterThanOrEqualTo(end);
            assertThat(match.end()).isGreaterThan(match.start());
            end = match.end();
        }
        assertThat(end).isLessThanOrEqualTo(title.text().length());
    }

    private static List<String> typed(SearchIndex index, String text) {
        return Articles.ids(index.search(Articles.ACME, Articles.asked(text).beingTyped(), null, 100)
                .hits());
    }

    private static List<String> suggested(SearchIndex index, String text) {
        return ids(index.suggest(Articles.ACME, Articles.asked(text).beingTyped(), 200));
    }

    private static List<String> ids(List<Suggestion> suggestions) {
        return suggestions.stream().map(suggestion -> suggestion.object().id()).toList();
    }
}
