// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyposTest {
    @ParameterizedTest
    @CsvSource({
        "kündgung, Kündigung",
        "kündigugn, Kündigung",
        "Kündiigung, Kündigung",
        "beitrg, Beitrag",
        "beitarg, Beitrag",
        "veitrag, Beitrag",
        "ebitrag, Beitrag",
        "betriag, Beitrag",
        "beitgra, Beitrag", // a letter that comes later than it should
        "zählr, Zähler",
        "zaehlr, Zähler",
        "haftpflichversichrung, Haftpflichtversicherung",
        "überwesiung, Überweisung",
        "strasse, Straße"
    })
    void aMistypedWordFindsWhatWasMeant(String typed, String written) {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Ohne", "Hier steht " + written + " und mehr."),
                Samples.german("b", "Anderes", "Nichts davon."))) {
            assertThat(Samples.found(index, Samples.german(typed))).containsExactly("a");
        }
    }

    /** What is looked for grows with a word's length: ten thousand letters would take seconds. */
    @Test
    void aWordThatNobodyTypesIsNotPutRight() {
        String longest = "x".repeat(Spellings.LONGEST - 1);
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Ohne", longest + "q"), Samples.german("b", "Ohne", longest + "xq"))) {
            assertThat(Samples.found(index, Samples.german(longest + "y"))).containsExactly("a");
            assertThat(Samples.found(index, Samples.german(longest + "xy"))).isEmpty();
        }
    }

    @Test
    void whatWasMeantIsShownAsTextsWriteIt() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Kündigung", "Die Kündigung der Hausratversicherung."),
                Samples.german("b", "KÜNDIGUNG", "Zur Kündigung."))) {
            assertThat(answer(index, "wie geht die kündgung, bitte?").correction())
                    .isEqualTo("wie geht die Kündigung, bitte?");
            assertThat(answer(index, "kündgung der hausratversichreung").correction())
                    .isEqualTo("Kündigung der Hausratversicherung");
            assertThat(answer(index, "wie geht die Kündigung?").correction()).isNull();
            assertThat(answer(index, "xylophon").correction()).isNull();
        }
    }

    @Test
    void whatWasMeantIsNotShownWhereItWouldFindNothing() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Haftpflicht kündigen", "Die Haftpflicht."),
                Samples.german("b", "Beitrag", "Der Beitrag."))) {
            assertThat(answer(index, "Haftpclicht -kündigen").correction()).isNull();
            assertThat(answer(index, "Haftpclicht -Beitrag").correction()).isEqualTo("Haftpflicht -Beitrag");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Bank, Band", // both are words
        "Hover, over",
        "ab, ob",
        "how, Hof", // three letters
        "2024, 2023", // who looks for a year looks for that one
        "A17, A18",
        "beitrug, Betrag", // two other letters
        "kudgng, Kündigung" // three letters
    })
    void whatNobodyMeantIsNotFound(String typed, String written) {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Ohne", "Hier steht " + written + " allein."))) {
            assertThat(Samples.found(index, Samples.german(typed))).isEmpty();
            assertThat(answer(index, typed).correction()).isNull();
        }
    }

    @Test
    void aWordThatStandsInATextIsTakenAtItsWord() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("one", "Zahler", "Der Kunde Zahlr meldet sich."),
                Samples.german("two", "Zähler", "Der Zähler wird abgelesen."))) {
            assertThat(Samples.found(index, Samples.german("Zahlr"))).containsExactly("one");
        }
    }

    @Test
    void theLikelierOfTwoComesFirst() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("rare", "Eins", "Ein Antrak."),
                Samples.german("a", "Zwei", "Ein Antrag."),
                Samples.german("b", "Drei", "Noch ein Antrag."))) {
            IndexAnswer answer = answer(index, "antrax");

            assertThat(answer.correction()).isEqualTo("Antrag");
            assertThat(Samples.ids(answer.hits())).containsExactly("a", "b", "rare");
        }
    }

    @Test
    void nothingIsPutRightByWhatTheReaderMayNotSee() {
        Audience staff = Audience.SIGNED_IN;
        try (LuceneSearchIndex index = Samples.holding(
                Samples.forAudience("secret", staff, "Sondertarif", "Der Sondertarif für Partner."),
                Samples.german("open", "Tarif", "Der Tarif für alle."))) {
            assertThat(answer(index, "sondertraif").correction()).isNull();
            assertThat(Samples.found(index, Samples.german("sondertraif"))).isEmpty();

            Scope all = Scope.wholeTenant(Samples.ACME).ofAudiences(Bound.only(Set.of(staff)));
            IndexQuery query = Samples.within(all, Samples.german("sondertraif"));
            assertThat(index.search(Samples.ACME, query, null, 10).correction()).isEqualTo("Sondertarif");
        }
    }

    @Test
    void aMistypedEverydayWordFindsWhatItMeansAndIsNotOffered() {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Adressänderung", "Hier geht es weiter."))) {
            IndexAnswer answer = answer(index, "umgezgen");

            assertThat(Samples.ids(answer.hits())).containsExactly("a");
            assertThat(answer.correction()).isNull();
        }
    }

    @Test
    void aWordOfOneLanguageIsNotPutRightByAnother() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("de", "Tarif", "Der Tarif für alle."),
                Samples.english("en", "Tariff", "The tariff for all."))) {
            IndexQuery query = Samples.asked("tariff", List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH));

            assertThat(index.search(Samples.ACME, query, null, 10).correction()).isNull();
        }
    }

    @Test
    void noMoreWordsArePutRightThanTheLimit() {
        String wrong = "kundigunk beitrak vertrak rechnunk zahlunk antrak auftrak leistunk schadn kontoo karrte";
        try (LuceneSearchIndex index = Samples.holding(Samples.german(
                "a",
                "Alles",
                "Kundigung Beitrag Vertrag Rechnung Zahlung Antrag Auftrag Leistung Schaden Konto Karte"))) {
            String better = Objects.requireNonNull(answer(index, wrong).correction());

            List<String> before = List.of(wrong.split(" "));
            List<String> after = List.of(better.split(" "));
            assertThat(after).hasSameSizeAs(before);
            assertThat(after.stream().filter(word -> !before.contains(word))).hasSize(AskedWords.MAX_CORRECTED);
        }
    }

    private static IndexAnswer answer(LuceneSearchIndex index, String text) {
        return index.search(Samples.ACME, Samples.german(text), null, 10);
    }
}
