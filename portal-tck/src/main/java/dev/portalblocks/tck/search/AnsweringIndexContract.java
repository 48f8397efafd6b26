// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.TextSection;
import dev.portalblocks.search.spi.AnsweringIndex;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
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
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link AnsweringIndex}, beside those of the search index that it is: implement it in a test class and return
 * the index to be tested. How often it answers rightly is not judged here.
 */
@ContractOf(AnsweringIndex.class)
public interface AnsweringIndexContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    AnsweringIndex index();

    /** Four that fit and one that doesn't, in pages of each size. */
    @Test
    @Promise(1)
    default void theBestComesFirstAndNoMoreThanTheLimit() {
        AnsweringIndex index = index();
        List<SearchChange> changes = new ArrayList<>(open());
        changes.add(Articles.article("one", "Bicycle", "Some words of a bicycle that was stolen."));
        changes.add(Articles.article("two", "Theft", "The police looks for what was stolen, a bicycle too."));
        index.update(Articles.ACME, changes, Articles.at(1));
        List<AnswerPassage> all = index.answers(Articles.ACME, Articles.asked("My bicycle was stolen!"), 10);

        assertThat(all).hasSizeGreaterThan(1);
        assertThat(all).extracting(AnswerPassage::source).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(AnswerPassage::confidence)
                .allSatisfy(
                        confidence -> assertThat(confidence).isGreaterThan(0).isLessThanOrEqualTo(1))
                .isSortedAccordingTo((one, two) -> Double.compare(two, one));
        for (int limit = 1; limit < all.size(); limit++) {
            assertThat(index.answers(Articles.ACME, Articles.asked("My bicycle was stolen!"), limit))
                    .isEqualTo(all.subList(0, limit));
        }
    }

    /** Also of a tenant that has no index, and where there is one document alone. */
    @Test
    @Promise(2)
    default void aMessageWithWhichNothingHasToDoGetsNothing() {
        AnsweringIndex index = index();
        for (int documents = 0; documents <= open().size(); documents++) {
            for (String text : List.of(
                    "Which temperature does a chocolate cake need in the oven?",
                    "Hello, who won the football match on Sunday evening? Thanks, Max",
                    "Do dolphins sleep while swimming?")) {
                assertThat(answers(index, text)).as(text).isEmpty();
            }
            index.update(Articles.ACME, open().subList(0, documents), Articles.at(documents + 1));
        }
    }

    /** None throws, and those without a word get nothing. */
    @Test
    @Promise(3)
    default void anyTextIsAMessage() {
        AnsweringIndex index = filled();
        for (String text : Awkward.texts()) {
            assertThat(answers(index, text)).isNotNull();
        }
        for (String text : List.of("", " \n", "?!", "\"", "(((", "*", "\u0000", "\ud800", "\udc00", "-\u202e-")) {
            assertThat(answers(index, text)).as(text).isEmpty();
        }
        assertThat(answers(index, "ab ".repeat(3_333))).isNotNull();
        assertThat(answers(index, "\"(" + "report a stolen bicycle? -report -stolen -bicycle"))
                .isNotEmpty();
    }

    /** Random scopes, against what the scope itself says; each article is asked for by its own word. */
    @Test
    @Promise(4)
    default void onlyWhatTheScopeCoversAnswers() {
        AnsweringIndex index = index();
        RandomScopes random = new RandomScopes(Seed.random());
        Map<String, Set<Audience>> articles = new LinkedHashMap<>();
        for (String word : List.of("umbrella", "giraffe", "piano", "volcano", "sandwich", "telescope")) {
            articles.put(word, random.audiences());
        }
        List<SearchChange> changes = new ArrayList<>();
        articles.forEach((word, audiences) -> changes.add(Articles.articleSaying(word, audiences, word)));
        index.update(Articles.ACME, changes, Articles.at(1));

        for (int i = 0; i < 60; i++) {
            Scope scope = random.scope(Articles.ACME);
            articles.forEach((word, audiences) -> assertThat(ids(index.answers(Articles.ACME, within(scope, word), 10)))
                    .as("%s %s", scope, word)
                    .isEqualTo(scope.covers(published(audiences)) ? List.of(word) : List.of()));
        }
    }

    /** The same article in two tenants, and one in two languages; kinds that are not asked for don't answer. */
    @Test
    @Promise(4)
    default void tenantsFindTheirsInTheirLanguage() {
        AnsweringIndex index = filled();
        SearchChange both = Articles.articleIn("both", List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH));
        index.update(Articles.ACME, List.of(both), Articles.at(2));
        IndexQuery query = Articles.asked("One " + Articles.WORD);

        assertThat(index.answers(Articles.ACME, query, 10))
                .singleElement()
                .extracting(AnswerPassage::language)
                .isEqualTo(LanguageTag.ENGLISH);
        assertThat(index.answers(TenantId.of("globex"), query, 10)).isEmpty();
        assertThat(index.answers(Articles.ACME, query.within(Map.of()), 10)).isEmpty();
        assertThat(index.answers(Articles.ACME, query.among(IndexQuery.Filter.ofTypes(Set.of("faq"))), 10))
                .isEmpty();
    }

    /** Documents for others with the words of all questions, removed ones, and those of another tenant. */
    @Test
    @Promise(4)
    default void whatIsBeyondTheScopeChangesNothing() {
        AnsweringIndex index = filled();
        List<List<AnswerPassage>> before = asked(index);
        for (int number = 0; number < 20; number++) {
            String words = "bicycle stolen address moving account cake oven " + number;
            SearchChange secret = Articles.articleSaying("s" + number, Set.of(Audience.SIGNED_IN), words);
            SearchChange gone = Articles.article("g" + number, words, words);
            index.update(Articles.ACME, List.of(secret, gone), Articles.at(10));
            index.update(TenantId.of("globex"), List.of(gone), Articles.at(10));
            index.update(Articles.ACME, List.of(Articles.gone("g" + number)), Articles.at(11));
        }
        assertThat(asked(index)).isEqualTo(before);
    }

    /** Awkward texts come back letter by letter; the anchor is that of the section that fits. */
    @Test
    @Promise(5)
    default void titleTextAndAnchorAreTheDocuments() {
        AnsweringIndex index = index();
        String body = "Words before.\nTheft\nA bicycle < 5 & \"old\" was stolen. \uD83D\uDE00\nElse\nOther things.";
        List<TextSection> sections = List.of(
                new TextSection("Theft", "theft", body.indexOf("Theft")),
                new TextSection("Else", "else", body.indexOf("Else")));
        SearchChange odd =
                Articles.articleOf("odd", "Stolen & <gone>", new SearchDocument.SearchText(body, sections, List.of()));
        index.update(Articles.ACME, List.of(odd, Articles.article("bare", "Bonus programme", "")), Articles.at(1));

        assertThat(answers(index, "The old bicycle was stolen, what now?"))
                .singleElement()
                .satisfies(passage -> {
                    assertThat(passage.title()).isEqualTo("Stolen & <gone>");
                    assertThat(body).contains(passage.text());
                    assertThat(passage.text()).contains("was stolen");
                    assertThat(passage.anchor()).isEqualTo("theft");
                });
        assertThat(answers(index, "What is the bonus programme?"))
                .singleElement()
                .extracting(AnswerPassage::text)
                .isEqualTo("Bonus programme");
    }

    /** Alone, and with all that people write around it. */
    @Test
    @Promise(6)
    default void aQuestionInADocumentsWordsIsAnswered() {
        AnsweringIndex index = filled();
        for (SearchChange change : open()) {
            SearchDocument document = change.documents().get(0);
            String question = document.title() + "?";
            String message = "Hello,\n\nI hope you are well. " + question
                    + "\n\nThank you very much in advance.\nKind regards\nErika";
            for (String text : List.of(question, message)) {
                assertThat(answers(index, text))
                        .as(text)
                        .first()
                        .extracting(AnswerPassage::source)
                        .isEqualTo(document.object());
            }
        }
    }

    /** Asked twice, and after the same changes once more. */
    @Test
    @Promise(7)
    default void theSameMessageGetsTheSame() {
        AnsweringIndex index = filled();
        List<List<AnswerPassage>> first = asked(index);

        assertThat(asked(index)).isEqualTo(first);
        index.update(Articles.ACME, open(), Articles.at(1));
        assertThat(asked(index)).isEqualTo(first);
    }

    private AnsweringIndex filled() {
        AnsweringIndex index = index();
        index.update(Articles.ACME, open(), Articles.at(1));
        return index;
    }

    private static List<SearchChange> open() {
        return List.of(
                Articles.article(
                        "account",
                        "Change your bank account",
                        "Enter the new bank account in the portal and confirm it."),
                Articles.article(
                        "address", "Change your address", "When you are moving house, tell us the new address."),
                Articles.article(
                        "bicycle",
                        "Report a stolen bicycle",
                        "Report the theft to the police first. Then send us the receipt of the bicycle."),
                Articles.article("contract", "Cancel the contract", "Cancel in writing, three months before it ends."));
    }

    private static List<List<AnswerPassage>> asked(AnsweringIndex index) {
        return List.of(
                answers(index, "How do I change my bank account?"),
                answers(index, "Hello, my bicycle was stolen yesterday. What do I do now? Regards, Max"),
                answers(index, "Hi, I am moving and have a new address."),
                answers(index, "Which temperature does a cake need in the oven?"));
    }

    private static List<AnswerPassage> answers(AnsweringIndex index, String text) {
        return index.answers(Articles.ACME, Articles.asked(text), 10);
    }

    private static List<String> ids(List<AnswerPassage> passages) {
        return passages.stream().map(AnswerPassage::source).map(ObjectRef::id).toList();
    }

    private static IndexQuery within(Scope scope, String word) {
        return Articles.asked("Where is the " + word + "?", List.of(LanguageTag.ENGLISH), scope);
    }

    private static AccessLabel published(Set<Audience> audiences) {
        return AccessLabel.of(Articles.ACME).forAudiences(audiences).inState(Permission.PUBLISHED);
    }
}
