// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static dev.portalblocks.core.model.LanguageTag.ENGLISH;
import static dev.portalblocks.core.model.LanguageTag.GERMAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.SynonymTerms;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.RankedHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditorsWordsTest {
    private static final SynonymTerms HANDY = SynonymTerms.of(GERMAN, "Handyschutz", "Elektronikversicherung");
    private static final SynonymTerms HAUSRAT = SynonymTerms.of(GERMAN, "Hausrat", "Schutz der Wohnungseinrichtung");

    @Test
    void aTermFindsTheOther() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("e", "Tarife", "Unsere Elektronikversicherung gilt weltweit."),
                Samples.german("x", "Anfahrt", "Hier parken Sie."))) {
            assertThat(found(index, "Handyschutz")).isEmpty();
            assertThat(found(index, "Handyschutz", HANDY)).containsExactly("e");
            assertThat(found(index, "was kostet der handyschutz?", HANDY)).startsWith("e");
            assertThat(found(index, "Elektronikversicherung", HANDY)).containsExactly("e");
        }
    }

    /** Whatever is typed of a form, an umlaut, a hyphen or a space. */
    @ParameterizedTest
    @CsvSource({
        "Überschussbeteiligung, UEBERSCHUSSBETEILIGUNG",
        "Überschussbeteiligung, überschußbeteiligungen",
        "Handyschutz, Handy-Schutz",
        "Handyschutz, Handy Schutz",
        "Handy-Schutz, Handyschutz",
        "Kfz Brief, Kfz-Brief",
        "Fahrrad, meine Fahrräder",
        "Baum, Bäume",
        "Brezel, Brezeln"
    })
    void aTermIsFoundInAllItsForms(String term, String typed) {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("e", "Tarife", "Alles zur Xylophonpolice."))) {
            assertThat(found(index, typed, SynonymTerms.of(GERMAN, term, "Xylophonpolice")))
                    .containsExactly("e");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Was die Elektronikversicherungen kosten.",
                "Mit der Elektronik-Versicherung reisen.",
                "Der Elektronikversicherungsbeitrag wird monatlich fällig."
            })
    void formsAndCompoundsOfASynonymAreFound(String text) {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("e", "Tarife", text))) {
            assertThat(found(index, "Handyschutz", HANDY)).containsExactly("e");
        }
    }

    @Test
    void severalWordsAreFoundByOneAndTheOtherWayRound() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("wohnung", "Leistungen", "Wir bieten den Schutz der Wohnungseinrichtung an."),
                Samples.german("hausrat", "Leistungen", "Das gehört zum Hausrat."))) {
            assertThat(found(index, "Hausrat", HAUSRAT)).containsExactly("hausrat", "wohnung");
            assertThat(found(index, "Schutz der Wohnungseinrichtung", HAUSRAT))
                    .containsExactlyInAnyOrder("wohnung", "hausrat");
            assertThat(found(index, "Schutz der Wohnungseinrichtung")).containsExactly("wohnung");
        }
    }

    /** Two words that stand anywhere in a text are not what the editors wrote. */
    @Test
    void theWordsOfATermStandTogether() {
        try (LuceneSearchIndex index = Samples.holding(Samples.german(
                "far",
                "Leistungen",
                "Schutz gibt es. " + "Und so weiter und so fort. ".repeat(20) + "Zur Wohnungseinrichtung."))) {
            assertThat(found(index, "Hausrat", HAUSRAT)).isEmpty();
        }
    }

    @Test
    void oneWayIsNoWayBack() {
        SynonymTerms oneWay = SynonymTerms.of(GERMAN, "Handyschutz").finding("Elektronikversicherung");
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("e", "Tarife", "Die Elektronikversicherung."),
                Samples.german("h", "Zubehör", "Ein Handyschutz aus Leder."))) {
            assertThat(found(index, "Handyschutz", oneWay)).containsExactlyInAnyOrder("e", "h");
            assertThat(found(index, "Elektronikversicherung", oneWay)).containsExactly("e");
        }
    }

    @Test
    void aCircleIsWalkedOneStep() {
        SynonymTerms first = SynonymTerms.of(GERMAN, "Kringel").finding("Brezel");
        SynonymTerms second = SynonymTerms.of(GERMAN, "Brezel").finding("Semmel");
        SynonymTerms third = SynonymTerms.of(GERMAN, "Semmel").finding("Kringel");
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("k", "Eins", "Ein Kringel."),
                Samples.german("b", "Zwei", "Eine Brezel."),
                Samples.german("s", "Drei", "Eine Semmel."))) {
            assertThat(found(index, "Kringel", first, second, third)).containsExactlyInAnyOrder("k", "b");
            assertThat(found(index, "Brezel", first, second, third)).containsExactlyInAnyOrder("b", "s");
            assertThat(found(index, "Semmel", first, second, third)).containsExactlyInAnyOrder("s", "k");
        }
    }

    @Test
    void anotherLanguageHasOtherSynonyms() {
        SynonymTerms english = SynonymTerms.of(ENGLISH, "Gift", "Present");
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("g", "Eins", "Das ist ein Present."), Samples.english("e", "One", "A nice present."))) {
            assertThat(found(index, "Gift", english)).isEmpty();
            assertThat(ids(index, List.of(ENGLISH, GERMAN), "Gift", english)).containsExactly("e");
        }
    }

    @Test
    void aReaderOfADialectHasTheSynonymsOfTheLanguage() {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("e", "Tarife", "Elektronikversicherung."))) {
            assertThat(ids(index, LanguageTag.of("de-CH").fallbackTo(GERMAN), "Handyschutz", HANDY))
                    .containsExactly("e");
        }
    }

    /** A customer's word that stands in no text is not taken for one that does. */
    @Test
    void aWordWithASynonymIsNotPutRight() {
        SynonymTerms terms = SynonymTerms.of(GERMAN, "Brimsel", "Kündigungsassistent");
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("near", "Eins", "Unser Brimsen."),
                Samples.german("meant", "Zwei", "Der Kündigungsassistent."))) {
            IndexAnswer answer =
                    index.search(Samples.ACME, Samples.german("Brimsel").meaning(List.of(terms)), null, 10);

            assertThat(Samples.ids(answer.hits())).containsExactly("meant");
            assertThat(answer.correction()).isNull();
            assertThat(index.search(Samples.ACME, Samples.german("Brimsel"), null, 10)
                            .correction())
                    .isEqualTo("Brimsen");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Handyschuz", "Hanydschutz", "Handyschuutz", "Hamdyschutz"})
    void aMistypedTermFindsItsSynonym(String typed) {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("e", "Tarife", "Elektronikversicherung."))) {
            IndexAnswer answer =
                    index.search(Samples.ACME, Samples.german(typed).meaning(List.of(HANDY)), null, 10);

            assertThat(Samples.ids(answer.hits())).containsExactly("e");
            assertThat(answer.correction()).as("stands in no text").isNull();
        }
    }

    @Test
    void editorsCountMoreThanEverydayWords() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("everyday", "Eins", "Hier steht Kennwort und mehr."),
                Samples.german("editors", "Zwei", "Hier steht Losung und mehr."),
                Samples.german("own", "Drei", "Hier steht Passwort und mehr."))) {
            assertThat(found(index, "Passwort", SynonymTerms.of(GERMAN, "Passwort", "Losung")))
                    .containsExactly("own", "editors", "everyday");
        }
    }

    @Test
    void aSynonymIsMarkedInTitleAndSnippet() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("e", "Die Elektronikversicherung", "Alles zur Elektronikversicherung."))) {
            RankedHit hit = Samples.hits(index, Samples.german("Handyschutz").meaning(List.of(HANDY)))
                    .get(0);

            assertThat(hit.hit().title().toText("[", "]")).isEqualTo("Die [Elektronikversicherung]");
            assertThat(hit.hit().snippet().toText("[", "]")).isEqualTo("Alles zur [Elektronikversicherung].");
        }
    }

    /** Neither one nor several words that the synonym adds tell of what the reader does not see. */
    @Test
    void scoresDoNotTellOfHiddenTexts() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("e", "Tarife", "Die Elektronikversicherung und der Schutz der Wohnungseinrichtung."),
                Samples.german("h", "Tarife", "Hausrat und Handyschutz."),
                Samples.german("x", "Anfahrt", "Hier parken Sie."))) {
            List<RankedHit> one = hits(index, "Handyschutz");
            List<RankedHit> several = hits(index, "Hausrat");
            for (int i = 0; i < 20; i++) {
                index.update(
                        Samples.ACME,
                        List.of(Samples.forAudience(
                                "hidden" + i,
                                Audience.role("broker"),
                                "Elektronikversicherung",
                                "Elektronikversicherung, Handyschutz, Schutz der Wohnungseinrichtung und Hausrat.")),
                        Samples.at(i + 2));
            }

            assertThat(hits(index, "Handyschutz")).isEqualTo(one).hasSize(2);
            assertThat(hits(index, "Hausrat")).isEqualTo(several).hasSize(2);
        }
    }

    @Test
    void whatNobodyAsksForChangesNothing() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("e", "Tarife", "Die Elektronikversicherung."),
                Samples.german("x", "Anfahrt", "Hier parken Sie mit dem Rad."))) {
            assertThat(Samples.hits(index, Samples.german("mit dem Rad parken").meaning(List.of(HANDY, HAUSRAT))))
                    .isEqualTo(Samples.hits(index, Samples.german("mit dem Rad parken")));
        }
    }

    /** As many rules as a search is given, as wide as they may be, and a long text that says all of their terms. */
    @Test
    void manySynonymsStayWithinTheLimits() throws IOException {
        List<SynonymTerms> many = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int rule = 0; rule < 100; rule++) {
            int number = rule;
            String[] terms = IntStream.range(0, 20)
                    .mapToObj(term -> "wort" + number + "x" + term + (term % 2 == 0 ? "" : " und mehr davon"))
                    .toArray(String[]::new);
            many.add(SynonymTerms.of(GERMAN, terms));
            said.add(terms[0]);
            said.add(terms[1]);
        }
        try (LuceneSearchIndex index = Samples.holding(Samples.german("e", "Tarife", "Hier steht wort0x4."))) {
            assertThat(found(index, String.join(" ", said), many.toArray(SynonymTerms[]::new)))
                    .containsExactly("e");
            QueryWords words = EditorsWords.of(German.analysis(), many)
                    .addTo(
                            QueryWords.of(German.analysis(), AskedText.of(String.join(" ", said)), Set::copyOf),
                            QueryWords.of(German.analysis(), AskedText.of(String.join(" ", said)), Set::copyOf),
                            String.join(" ", said));
            int forms = words.words().stream()
                    .mapToInt(word -> word.forms().size() - 1)
                    .sum();
            assertThat(forms + words.synonyms().size()).isEqualTo(AddedSynonyms.MAX_SYNONYMS);
        }
    }

    private static List<RankedHit> hits(LuceneSearchIndex index, String text) {
        return Samples.hits(index, Samples.german(text).meaning(List.of(HANDY, HAUSRAT)));
    }

    private static List<String> found(LuceneSearchIndex index, String text, SynonymTerms... synonyms) {
        return ids(index, List.of(GERMAN), text, synonyms);
    }

    private static List<String> ids(
            LuceneSearchIndex index, List<LanguageTag> languages, String text, SynonymTerms... synonyms) {
        return Samples.found(index, Samples.asked(text, languages).meaning(List.of(synonyms)));
    }
}
