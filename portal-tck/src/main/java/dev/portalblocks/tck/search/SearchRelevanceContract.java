// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an engine promises that finds as well as customers expect, beside what each {@link SearchIndex} promises: implement it in a
 * test class and return the index to be tested.
 *
 * <p>The kit brings 62 German texts of an insurer, a utility, a bank and a shop with 126 questions, and 20 English ones with 40. A
 * promise with two figures is a floor: the least share of its questions whose right text comes first (P@1), and is among the first ten
 * (R@10). Floors lie below what a good engine gives, so that one may differ from ours, and above what is left when an ability is
 * missing: the questions of a group have been written so that without it they share no word with the text that they ask for, or only
 * words that others have as well. A failure lists what did not come first, and what came instead.
 *
 * <ol>
 *   <li>Words in another form find the text; 0.75 and 0.95. A stemmer does that; now and then another text has the word more often.
 *   <li>German compounds are found by their parts, and their parts by them; 0.6 and 0.8. No list of words knows each compound.
 *   <li>Umlauts and ß are found in any spelling; 0.8 and 0.9. That is a table of eight letters; two spellings are mistaken for other words.
 *   <li>A word with a slip finds what was meant; 0.65 and 0.8. Some slips lead to other words.
 *   <li>What customers say finds what the trade says; 0.3 and 0.5. Nobody knows each word, and those of neighbours are close.
 *   <li>Whole sentences find what they ask for; 0.65 and 0.9. Whether a word that only dresses the question counts is a matter of weights.
 *   <li>While the last word is being typed, titles are found by its beginning, in both languages; 0.75 and 0.95. Other titles may begin so.
 *   <li>English texts are found likewise; 0.65 and 0.8.
 *   <li>What a reader does not see changes nothing that this reader is told: neither hits, their order and scores, nor corrections, nor
 *       counts. Such are texts for others, in other kinds of objects, before and after their time, of a customer, of another tenant,
 *       removed ones, and those withdrawn behind the state that is searched.
 *   <li>News are a gentle signal: of the questions whose right text comes first while nobody knows its age, nine in ten keep it when it
 *       is five years old and half of the others are of yesterday.
 *   <li>A text that is written alone is found by its title in the next search, and texts that were written one by one, some first with
 *       the words of another and some removed and written again, come in the places that they have when written at once.
 * </ol>
 *
 * <p>That what was withdrawn is gone at once is promise 13 of {@link SearchIndex}.
 */
@ContractOf(SearchRelevanceContract.class)
@ExtendWith(GoldenIndexes.class)
public interface SearchRelevanceContract extends GoldenEngine {
    /** Returns an index without a tenant; asked once, before the first test of the class, and closed behind the last. */
    @Override
    SearchIndex index();

    /** Plurals, cases and endings that the text has not. */
    @Test
    @Promise(1)
    default void otherFormsFind(GoldenIndex index) {
        index.german(false, "forms").reaches(0.75, 0.95);
    }

    /** Both ways round. */
    @Test
    @Promise(2)
    default void partsOfCompoundsFind(GoldenIndex index) {
        index.german(false, "compounds").reaches(0.6, 0.8);
    }

    /** As ae and ss, without dots, in capitals, as the Swiss write. */
    @Test
    @Promise(3)
    default void anySpellingOfUmlautsFinds(GoldenIndex index) {
        index.german(false, "umlauts").reaches(0.8, 0.9);
    }

    /** A letter missing, doubled, another, or two turned round. */
    @Test
    @Promise(4)
    default void wordsWithASlipFind(GoldenIndex index) {
        index.german(false, "typos").reaches(0.65, 0.8);
    }

    /** Words that stand in none of the texts that they ask for. */
    @Test
    @Promise(5)
    default void everydayWordsFind(GoldenIndex index) {
        index.german(false, "everyday").reaches(0.3, 0.5);
    }

    /** As one writes to a person. */
    @Test
    @Promise(6)
    default void sentencesFind(GoldenIndex index) {
        index.german(false, "sentences").reaches(0.65, 0.9);
    }

    /** Four letters and more, as first and as second word. */
    @Test
    @Promise(7)
    default void beginningsFindWhileTyping(GoldenIndex index) {
        index.german(true, "typed").reaches(0.75, 0.95);
        index.english(true, "english-typed").reaches(0.75, 0.95);
    }

    /** Forms, slips, everyday words and sentences. */
    @Test
    @Promise(8)
    default void englishIsFoundLikewise(GoldenIndex index) {
        index.english(false, "english").reaches(0.65, 0.8);
    }

    /** Every fourth golden question before and after; what is unseen has the words of what is seen. */
    @Test
    @Promise(9)
    default void whatIsUnseenChangesNothing(GoldenIndex index) {
        TenantId tenant = TenantId.of("golden-unseen");
        GoldenSet german = index.german();
        index.write(tenant, german.changes(), 1);
        List<IndexAnswer> before = answers(index, tenant);
        Unseen unseen = new Unseen(german.documents());
        index.write(tenant, unseen.here(), 2);
        index.write(tenant, unseen.removed(), 3);
        index.write(TenantId.of("golden-others"), german.changes(), 1);

        List<IndexAnswer> after = answers(index, tenant);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i))
                    .as("%s", german.questions().get(i * Unseen.EACH))
                    .isEqualTo(before.get(i));
        }
    }

    /** The right texts are those that are old. */
    @Test
    @Promise(10)
    default void newsDoNotPushAsideWhatFits(GoldenIndex index) {
        TenantId tenant = TenantId.of("golden-aged");
        GoldenSet german = index.german();
        Aged aged = new Aged(german);
        index.write(tenant, aged.changes(), 1);
        List<GoldenQuestion> onTop = index.german(false, Aged.GROUPS.toArray(String[]::new)).answers().stream()
                .filter(answer ->
                        answer.isOnTop() && aged.isOld(answer.question().right()))
                .map(GoldenResult.Answered::question)
                .toList();

        assertThat(onTop).as("questions whose right text comes first").hasSizeGreaterThan(10);
        GoldenSet those = new GoldenSet(german.language(), german.documents(), onTop);
        index.asked(tenant, those, false, Aged.GROUPS.toArray(String[]::new)).reaches(0.9, 0.9);
    }

    /** Each of some is asked for by its title behind its own change; then golden questions. */
    @Test
    @Promise(11)
    default void theNextSearchFindsWhatWasWritten(GoldenIndex index) {
        TenantId tenant = TenantId.of("golden-one-by-one");
        List<SearchDocument> documents = index.german().documents();
        int alone = 12;
        index.write(tenant, index.german().changes().subList(alone, documents.size()), 1);
        for (int i = 0; i < alone; i++) {
            SearchDocument document = documents.get(i);
            for (SearchChange change : Unseen.detour(document, documents.get(i + alone), i % 3)) {
                index.write(tenant, List.of(change), i + 2L);
            }
            assertThat(index.top(tenant, LanguageTag.GERMAN, document.title(), false))
                    .as("%s", document.title())
                    .contains(document.object());
        }
        assertThat(places(index, tenant)).isEqualTo(places(index, GoldenIndex.GERMANS));
    }

    private static List<List<ObjectRef>> places(GoldenIndex index, TenantId tenant) {
        return index.asked(tenant, index.german(), false, "forms").answers().stream()
                .map(GoldenResult.Answered::found)
                .toList();
    }

    private static List<IndexAnswer> answers(GoldenIndex index, TenantId tenant) {
        List<GoldenQuestion> questions = index.german().questions();
        return IntStream.range(0, (questions.size() + Unseen.EACH - 1) / Unseen.EACH)
                .mapToObj(i -> questions.get(i * Unseen.EACH).text())
                .map(text -> index.answer(tenant, LanguageTag.GERMAN, text))
                .toList();
    }
}
