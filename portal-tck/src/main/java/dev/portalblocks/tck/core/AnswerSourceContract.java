// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.answer.AnswerSource;
import dev.portalblocks.core.answer.SuggestedAnswers;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException.InvalidInput;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The promises of {@link AnswerSource}: implement it in a test class and return the source to be tested. */
@ContractOf(AnswerSource.class)
public interface AnswerSourceContract {
    /** Returns a source that knows these articles of the tenant {@code acme} and nothing else; asked more than once in a test. */
    AnswerSource knowing(List<AnswerArticle> articles);

    /** Two articles that both know a word of the question, and one that knows none. */
    @Test
    @Promise(1)
    default void theBestComesFirstAndNoMoreThanWereAskedFor() {
        AnswerSource source = knowing(AnswerArticles.OPEN);
        AnswerQuery both = english("How do I change my bank account, and how do I change my address?");

        List<AnswerPassage> passages = passages(source, both.atMost(10));
        assertThat(passages).hasSizeGreaterThanOrEqualTo(2);
        assertThat(passages).extracting(AnswerPassage::source).doesNotHaveDuplicates();
        assertThat(passages)
                .extracting(AnswerPassage::confidence)
                .allSatisfy(
                        confidence -> assertThat(confidence).isGreaterThan(0).isLessThanOrEqualTo(1))
                .isSortedAccordingTo((one, two) -> Double.compare(two, one));
        assertThat(passages(source, both.atMost(1))).isEqualTo(passages.subList(0, 1));
    }

    /** The least bad is no answer, not even the only article there is. */
    @Test
    @Promise(2)
    default void whereNothingFitsTheAnswerIsEmpty() {
        for (List<AnswerArticle> articles :
                List.of(AnswerArticles.OPEN, AnswerArticles.OPEN.subList(0, 1), List.<AnswerArticle>of())) {
            AnswerSource source = knowing(articles);
            for (String text : AnswerArticles.OFF_TOPIC) {
                assertThat(passages(source, english(text))).as(text).isEmpty();
            }
        }
    }

    /** Signs alone, halves of characters, operators, the longest and the shortest. */
    @Test
    @Promise(3)
    default void anyTextCanBeAsked() {
        AnswerSource source = knowing(AnswerArticles.OPEN);
        for (String text :
                List.of("", " \n\t", "?!", "\"", "(a AND", "*", "\u0000", "\ud800", "\udc00 a", "-\u202e-")) {
            assertThat(passages(source, english(text))).as(text).isEmpty();
        }
        assertThat(source.suggestAnswers(AnswerArticles.VISITOR, english("ab ".repeat(3_333) + "!")))
                .isNotNull();
    }

    /** Too long, and too many or too few passages. */
    @Test
    @Promise(3)
    default void whatBreaksALimitIsInvalid() {
        AnswerSource source = knowing(AnswerArticles.OPEN);
        AnswerQuery fine = english("account");
        for (AnswerQuery query : List.of(english("a".repeat(10_001)), fine.atMost(0), fine.atMost(11))) {
            assertThatThrownBy(() -> source.suggestAnswers(AnswerArticles.VISITOR, query))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageStartingWith("command.invalid");
        }
    }

    /** A customer gets what is for customers; a visitor doesn't, and nobody of another tenant gets anything. */
    @Test
    @Promise(4)
    default void onlyWhatTheActorMayReadIsAnsweredWith() {
        AnswerSource source = knowing(with(AnswerArticles.FOR_CUSTOMERS));
        AnswerQuery query = english("Where do I find the bonus programme for members?");

        assertThat(titles(source.suggestAnswers(AnswerArticles.CUSTOMER, query)))
                .contains(AnswerArticles.FOR_CUSTOMERS.title());
        assertThat(titles(source.suggestAnswers(AnswerArticles.VISITOR, query)))
                .doesNotContain(AnswerArticles.FOR_CUSTOMERS.title());
        assertThat(source.suggestAnswers(Actor.anonymous(TenantId.of("globex")), query)
                        .passages())
                .isEmpty();
    }

    /** However many articles for others speak of the same, or of the words beside it. */
    @Test
    @Promise(4)
    default void whatOthersReadChangesNeitherPassagesNorConfidences() {
        List<AnswerArticle> more = new ArrayList<>(AnswerArticles.OPEN);
        for (int number = 0; number < 20; number++) {
            more.add(
                    0,
                    new AnswerArticle(
                            "Bank account " + number, AnswerArticles.TEXT_FOR_OTHERS, Audience.role("secret")));
        }
        AnswerSource fewer = knowing(AnswerArticles.OPEN);
        AnswerSource source = knowing(more);
        for (String text : AnswerArticles.ON_TOPIC) {
            assertThat(shown(passages(source, english(text))))
                    .as(text)
                    .isEqualTo(shown(passages(fewer, english(text))));
        }
    }

    /** Also where the text has letters that HTML escapes. */
    @Test
    @Promise(5)
    default void titleAndTextAreTheObjectsOwn() {
        AnswerArticle odd = new AnswerArticle(
                "Fees & \"charges\"", "Charges < 5 euros & fees are free. \uD83D\uDE00", Audience.PUBLIC);
        AnswerSource source = knowing(with(odd));

        assertThat(passages(source, english("Which fees and charges are there?")))
                .isNotEmpty()
                .allSatisfy(passage -> assertThat(with(odd)).anySatisfy(article -> {
                    assertThat(passage.title()).isEqualTo(article.title());
                    assertThat(article.text()).contains(passage.text());
                    assertThat(passage.text()).isNotBlank();
                }));
    }

    /** Alone, and with all that people write around it. */
    @Test
    @Promise(6)
    default void aQuestionInAnObjectsOwnWordsIsAnsweredWithIt() {
        AnswerSource source = knowing(AnswerArticles.OPEN);
        for (AnswerArticle article : AnswerArticles.OPEN) {
            String question = "How do I " + article.title().toLowerCase(Locale.ROOT) + "?";
            String message = "Hello,\n\nI hope you are well. " + question
                    + "\n\nThank you very much in advance.\nKind regards\nErika";
            for (String text : List.of(question, message)) {
                assertThat(titles(source.suggestAnswers(AnswerArticles.VISITOR, english(text))))
                        .as(text)
                        .first()
                        .isEqualTo(article.title());
            }
        }
    }

    /** Asked twice, and of two sources that know the same. */
    @Test
    @Promise(7)
    default void theSameQuestionGetsTheSameAnswer() {
        AnswerSource source = knowing(AnswerArticles.OPEN);
        AnswerSource same = knowing(AnswerArticles.OPEN);
        for (String text : AnswerArticles.ON_TOPIC) {
            List<AnswerPassage> first = passages(source, english(text));
            assertThat(passages(source, english(text))).isEqualTo(first);
            assertThat(shown(passages(same, english(text)))).isEqualTo(shown(first));
        }
    }

    private static AnswerQuery english(String text) {
        return AnswerQuery.of(text).in(LanguageTag.ENGLISH);
    }

    private static List<AnswerPassage> passages(AnswerSource source, AnswerQuery query) {
        return source.suggestAnswers(AnswerArticles.VISITOR, query).passages();
    }

    private static List<String> titles(SuggestedAnswers answers) {
        return answers.passages().stream().map(AnswerPassage::title).toList();
    }

    /** All but the ids, which are another source's own. */
    private static List<String> shown(List<AnswerPassage> passages) {
        return passages.stream()
                .map(passage -> passage.title() + "\n" + passage.text() + "\n" + passage.confidence())
                .toList();
    }

    private static List<AnswerArticle> with(AnswerArticle more) {
        List<AnswerArticle> articles = new ArrayList<>(AnswerArticles.OPEN);
        articles.add(more);
        return articles;
    }
}
