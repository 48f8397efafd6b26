// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.spi.IndexAnswer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in quotation marks has to stand in a hit as it was written. */
class QuotationsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"grüne Karte\"",
                "„grüne Karte“",
                "“grüne Karte”",
                "„grüne Karte\"",
                "»grüne Karte«",
                "«grüne Karte»",
                "(\"grüne Karte\")",
                "\"Grüne Karte\"?",
                "\"grünen Karten \"",
                "\"gruene Karte\"",
                "\"grüne\" \"Karte\" \"grüne Karte\""
            })
    void wordsInQuotationMarksStandInThisOrder(String text) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(Samples.found(index, Samples.german(text))).containsExactly("card");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"grüne Karte",
                "grüne Karte\"",
                "„grüne Karte",
                "grüne\"Karte",
                "\" grüne Karte",
                "»grüne Karte\""
            })
    void aMarkWithoutItsOtherIsNone(String text) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(Samples.found(index, Samples.german(text))).contains("card", "turned", "apart");
        }
    }

    @Test
    void whatStandsNowhereIsNotFound() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(Samples.found(index, Samples.german("\"Karte Antrag\""))).isEmpty();
            assertThat(Samples.found(index, Samples.german("\"grüne Karten Stelle\"")))
                    .isEmpty();
            assertThat(Samples.found(index, Samples.german("\"grüne Karte\" \"Antrag\"")))
                    .isEmpty();
        }
    }

    @Test
    void aQuotationDoesNotReachFromTheTitleIntoTheText() {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Die grüne", "Karte beantragen."))) {
            assertThat(Samples.found(index, Samples.german("\"grüne Karte\""))).isEmpty();
        }
    }

    /** Typos, everyday words, parts of compounds and roots help everywhere else. */
    @ParameterizedTest
    @CsvSource({
        "kündgung, Kündigung",
        "umgezogen, Adressänderung",
        "Beitrag, Haftpflichtversicherungsbeitrag",
        "abgebucht, Abbuchung"
    })
    void whatIsQuotedMeansItself(String asked, String written) {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Ohne", "Hier steht " + written + "."))) {
            assertThat(Samples.found(index, Samples.german(asked))).containsExactly("a");
            IndexAnswer answer = answer(index, '"' + asked + '"');
            assertThat(answer.hits()).isEmpty();
            assertThat(answer.correction()).isNull();
        }
    }

    @Test
    void wordsOutsideOrderWhatIsFound() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("one", "Eins", "Die grüne Karte im Ausland."),
                Samples.german("two", "Zwei", "Die grüne Karte im Antrag."),
                Samples.german("three", "Antrag", "Der Antrag allein."))) {
            assertThat(Samples.found(index, Samples.german("\"grüne Karte\" Antrag")))
                    .containsExactly("two", "one");
            assertThat(Samples.found(index, Samples.german("Ausland \"grüne Karte\"")))
                    .containsExactly("one", "two");
        }
    }

    @Test
    void wordsOfGrammarCountWithinAQuotation() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("one", "Eins", "Wir kommen zu Ihnen nach Hause."),
                Samples.german("two", "Zwei", "Sie sind zu Hause versichert."))) {
            assertThat(Samples.found(index, Samples.german("\"zu Hause\""))).containsExactly("two");
            assertThat(Samples.found(index, Samples.german("\"zu Ihnen\" Vertrag")))
                    .containsExactly("one");
        }
    }

    /** A customer does not know that quotation marks demand something. */
    @Test
    void aSentenceIsUnderstoodWhereItsQuotationStandsNowhere() {
        try (LuceneSearchIndex index = holding()) {
            IndexAnswer answer = answer(index, "Wo gilt die „blaue Plakette“ und die grüne Karte?");

            assertThat(Samples.ids(answer.hits())).contains("card");
            assertThat(answer.correction()).isEqualTo("Wo gilt die blaue Plakette und die grüne Karte?");
            assertThat(answer(index, "\"blaue Plakette\" Karte").hits()).isEmpty();
            assertThat(answer(index, "gibt es „xylophon“ wirklich überall").correction())
                    .isNull();
        }
    }

    /** Also its absence: a quotation that stands in a text for others stands nowhere. */
    @Test
    void whatAReaderMayNotSeeMakesNoDifference() {
        String question = "Wo gilt die „blaue Plakette“ und die grüne Karte?";
        try (LuceneSearchIndex alone = holding();
                LuceneSearchIndex index = holding()) {
            index.update(
                    Samples.ACME,
                    List.of(Samples.forAudience("x", Audience.SIGNED_IN, "Karte", "Die blaue Plakette und Grün.")),
                    Samples.at(2));
            assertThat(answer(index, question)).isEqualTo(answer(alone, question));

            Scope all = Scope.wholeTenant(Samples.ACME).ofAudiences(Bound.only(Set.of(Audience.SIGNED_IN)));
            assertThat(Samples.found(index, Samples.within(all, Samples.german(question))))
                    .containsExactly("x");
        }
    }

    @Test
    void theRestOfTheTextIsPutRightAndTheMarksAreKept() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(answer(index, "\"grüne Karte\" antrga -Plakette").correction())
                    .isEqualTo("\"grüne Karte\" Antrag -Plakette");
            assertThat(answer(index, "\"grüne Kart\" antrga Karte -Plakette -Bus")
                            .correction())
                    .isEqualTo("\"grüne Kart\" Antrag Karte -Plakette -Bus");
            assertThat(answer(index, "\"grüne Karte\" antrga -Auto").correction())
                    .as("what would find nothing")
                    .isNull();
        }
    }

    @Test
    void facetsCountWhatIsFound() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(index.search(
                                    Samples.ACME,
                                    Samples.german("\"grüne Karte\"").counting(Facet.TYPE),
                                    null,
                                    10)
                            .facets())
                    .containsEntry(Facet.TYPE, List.of(new FacetCount("article", 1)));
        }
    }

    @Test
    void theSnippetShowsWhereTheQuotationStands() {
        String body =
                "Die Karte ist grün. ".repeat(40) + "Nehmen Sie die grüne Karte mit. " + "Eine Karte. ".repeat(40);
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Karte", body))) {
            assertThat(answer(index, "\"grüne Karte\"")
                            .hits()
                            .get(0)
                            .hit()
                            .snippet()
                            .toText("[", "]"))
                    .contains("die [grüne] [Karte] mit")
                    .doesNotContain("Eine [Karte]");
        }
    }

    private static LuceneSearchIndex holding() {
        return Samples.holding(
                Samples.german("card", "Ausland", "Nehmen Sie die grüne Karte mit. Ohne Auto."),
                Samples.german("turned", "Farben", "Die Karte grüne ist falsch geschrieben. Auto"),
                Samples.german("apart", "Stelle", "Die grüne, schöne Karte. Auto."),
                Samples.german("request", "Antrag", "Der Antrag, die grünen Hinweise. Plakette."));
    }

    private static IndexAnswer answer(LuceneSearchIndex index, String text) {
        return index.search(Samples.ACME, Samples.german(text), null, 10);
    }
}
