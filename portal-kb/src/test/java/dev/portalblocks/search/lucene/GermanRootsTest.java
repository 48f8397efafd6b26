// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GermanRootsTest {
    private final TextAnalysis german = new Languages().of(LanguageTag.of("de"));

    @ParameterizedTest
    @CsvSource({
        "abgebucht, Abbuchung",
        "abgeschlossen, abschließen",
        "Abschluss, abschloss",
        "umgezogen, Umzug",
        "umziehen, umzog",
        "überwiesen, Überweisung",
        "verloren, Verlust",
        "gestohlen, stehlen",
        "eingebrochen, Einbruch",
        "angeboten, Angebot",
        "zurückgetreten, zurücktreten",
        "widersprochen, Widerspruch",
        "unterschrieben, Unterschrift",
        "abgelesen, ablesen",
        "ausgefallen, Ausfall",
        "übernommen, Übernahme",
        "gefahren, fuhr",
        "gebracht, bringen",
        "gebrochen, brechen",
        "entschieden, Entscheidung",
        "betrogen, Betrug",
        "versandt, Versand",
        "aufgewandt, Aufwand"
    })
    void formsOfAVerbAndWhatIsMadeOfItHaveOneRoot(String one, String other) {
        assertThat(root(one)).isEqualTo(root(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Betrug, Betrag",
        "Stahl, stehlen",
        "Sand, senden",
        "Zug, ziehen",
        "Schluss, schließen",
        "Wand, wenden",
        "gebracht, gebrochen",
        "Zählerstand, stehen",
        "Gebühr, Bühne"
    })
    void wordsThatOnlyLookLikeAFormHaveAnotherRoot(String one, String other) {
        assertThat(root(one)).isNotEqualTo(root(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stimmt",
                "verdient",
                "gemeckert",
                "abgeschlossen",
                "gestohlen",
                "versickert",
                "bewiesen",
                "gerochen",
                "unterschrieben",
                "billige"
            })
    void aFormOfAWordIsNoMistypedOne(String word) {
        assertThat(german.isWord(german.folded(word).get(0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kündgung", "beitrg", "rechnug", "haftpflichversichrung", "zählr", "überwesiung", "vertarg"})
    void aMistypedWordIsNoForm(String word) {
        assertThat(german.isWord(german.folded(word).get(0))).isFalse();
    }

    private String root(String word) {
        return german.roots(german.folded(word).get(0)).get(0);
    }
}
