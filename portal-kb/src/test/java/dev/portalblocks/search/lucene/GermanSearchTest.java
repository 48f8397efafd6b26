// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** German is found as it is spoken. */
class GermanSearchTest {
    @ParameterizedTest
    @CsvSource({
        "Straße, Strasse",
        "Strasse, Straße",
        "STRASSE, straße",
        "Müller, Mueller",
        "Mueller, Müller",
        "Muller, Müller",
        "Müller, Muller",
        "Größe, Groesse",
        "Kündigungen, Kündigung",
        "Beiträge, Beitrag",
        "Verträgen, Vertrag",
        "Autos, Auto",
        "Handys, Handy",
        "App, Apps",
        "'Mu\u0308ller', Müller",
        "Müller, 'Mu\u0308ller'"
    })
    void aWordIsFoundInAnySpellingAndForm(String asked, String written) {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Ohne", "Hier steht " + written + " und mehr."))) {
            assertThat(Samples.found(index, Samples.german(asked))).containsExactly("a");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Beitrag, Haftpflichtversicherungsbeitrag",
        "Versicherung, Haftpflichtversicherungsbeitrag",
        "Haftpflicht, Haftpflichtversicherungsbeitrag",
        "Haftpflichtversicherung, Haftpflichtversicherungsbeitrag",
        "Versicherungsbeitrag, Haftpflichtversicherungsbeitrag",
        "Zähler, Zählerstandsmeldung",
        "Stand, Zählerstandsmeldung",
        "Meldung, Zählerstandsmeldung",
        "zaehler, Zählerstandsmeldung",
        "Zähler, Zaehlerstandsmeldung",
        "Hausrat, Hausratversicherung",
        "Lastschrift, Lastschriftmandat",
        "Beitragsrechnung, Rechnung",
        "Beitragsrechnung, Beitrag",
        "Beitragsrechnung, Haftpflichtversicherungsbeitrag",
        "Wasserschäden, Leitungswasser",
        "Haftpflicht, Kfz-Haftpflicht"
    })
    void aCompoundIsFoundByItsPartsAndFindsThem(String asked, String written) {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Ohne", "Hier steht " + written + " und mehr."))) {
            assertThat(Samples.found(index, Samples.german(asked))).containsExactly("a");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abgebucht, abbuchen",
        "abbuchen, Abbuchung",
        "gekündigt, Kündigung",
        "anzumelden, Anmeldung",
        "wohnt, wohnen",
        "zurückgezahlt, Zurückzahlung",
        "gelöscht, Löschung"
    })
    void aVerbIsFoundByWhatIsMadeOfIt(String asked, String written) {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Ohne", "Hier steht " + written + " und mehr."))) {
            assertThat(Samples.found(index, Samples.german(asked))).containsExactly("a");
            assertThat(Samples.hits(index, Samples.german(asked))
                            .get(0)
                            .hit()
                            .snippet()
                            .toText("[", "]"))
                    .isEqualTo("Hier steht [" + written + "] und mehr.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Schaf, Geschäft",
        "Reich, Gericht",
        "Rat, Fahrrad",
        "Trag, Vertrag",
        "Ehe, Behelf",
        "Sand, Versandung",
        "Ring, Bringschuld",
        "Samt, Planungsamt"
    })
    void lettersThatAreNoPartFindNothing(String asked, String written) {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Ohne", "Hier steht " + written + " und mehr."))) {
            assertThat(Samples.found(index, Samples.german(asked))).isEmpty();
        }
    }

    @Test
    void aWholeWordOutweighsAPart() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("part", "Eins", "Hier steht Hausratbeitrag und mehr."),
                Samples.german("whole", "Zwei", "Hier steht Beitrag und mehr."))) {
            assertThat(Samples.found(index, Samples.german("Beitrag"))).containsExactly("whole", "part");
        }
    }

    @Test
    void aWordInTheTitleOutweighsOneInTheText() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("text", "Allgemeines", "Hier steht etwas zur Rechnung."),
                Samples.german("title", "Rechnung", "Hier steht etwas ganz Allgemeines."))) {
            assertThat(Samples.found(index, Samples.german("Rechnung"))).containsExactly("title", "text");
        }
    }

    @Test
    void aLongQuestionFindsTheTopicAmongEverydayWords() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("chat", "Jetzt", "Bin ich jetzt trotzdem noch da? Mein und nicht."),
                Samples.german("debit", "Lastschrift", "Die Abbuchung kam zurück, das Konto war nicht gedeckt."))) {
            String question = "Mein Konto war nicht gedeckt und die Abbuchung ging zurück. Bin ich jetzt trotzdem noch"
                    + " versichert?";

            assertThat(Samples.found(index, Samples.german(question))).startsWith("debit");
        }
    }

    @Test
    void aQueryOfStopWordsAloneMeansThem() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Wer sind wir?", "Ein Unternehmen."),
                Samples.german("b", "Anfahrt", "Mit dem Bus."))) {
            assertThat(Samples.found(index, Samples.german("Wer sind wir"))).isEqualTo(List.of("a"));
        }
    }
}
