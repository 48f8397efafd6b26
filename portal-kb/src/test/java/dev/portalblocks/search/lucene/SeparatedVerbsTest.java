// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeparatedVerbsTest {
    private final TextAnalysis german = new Languages().of(LanguageTag.of("de"));

    @ParameterizedTest
    @CsvSource({
        "'Ihr bucht zu viel ab', abbuchen",
        "'ich ziehe am 1. um', umziehen",
        "'wir zogen letztes Jahr um, was nun?', umziehen",
        "'Wann fällt der Strom aus?', ausfallen",
        "'ich komm nicht mehr rein', reinkommen",
        "'Ich ziehe um. Vielen Dank!', umziehen",
        "'Ihr bucht ab, vielen Dank!', abbuchen",
        "'Wie lese ich den Zähler ab und wo trage ich es ein?', ablesen",
        "'Wie lese ich den Zähler ab und wo trage ich es ein?', eintragen"
    })
    void aPrefixAtTheEndOfItsClauseBelongsToTheVerb(String text, String verb) {
        assertThat(german.joined(text)).contains(german.folded(verb).get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ich ziehe um die Ecke", // a preposition
                "Ab wann gilt das?",
                "Ihr bucht heute, ich schalte ab", // the verb of another clause
                "wo gebe ich die buchung ab", // a noun, also where it is written small
                "Wann gebe ich das Buch ab", // and where it is written like a verb
                "Die Abbuchung kam vor dem 1. Mai an", // a noun is no verb, and "kam" is another one
                "was kostet das mit dem Auto"
            })
    void whatIsNoVerbIsNotMadeOne(String text) {
        assertThat(german.joined(text)).doesNotContain("umziehen", "abbuchen", "abgelten", "mitkosten");
    }

    @Test
    void anArticleIsFoundByTheVerbThatStandsApart() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Lastschrift", "Die Abbuchung ist am Ersten."),
                Samples.german("b", "Reisen", "Wie man ein Hotel bucht."),
                Samples.german("c", "Wohnung", "Wer umzieht, meldet den Zähler um."))) {
            assertThat(Samples.found(index, Samples.german("warum bucht ihr schon heute ab?")))
                    .startsWith("a");
            assertThat(Samples.found(index, Samples.german("ich ziehe am 1. um")))
                    .startsWith("c");
        }
    }

    @Test
    void whatIsQuotedStaysAsItIs() {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Lastschrift", "Die Abbuchung ist am Ersten."))) {
            assertThat(Samples.found(index, Samples.german("\"bucht ab\""))).isEmpty();
        }
    }

    @Test
    void aLongTextWithoutAnEndIsReadToo() {
        assertThat(german.joined("bucht ab ".repeat(2_000))).isNotNull();
    }
}
