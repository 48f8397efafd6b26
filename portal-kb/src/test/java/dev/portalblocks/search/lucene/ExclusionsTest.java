// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.spi.IndexAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A minus leaves out what has a word. */
class ExclusionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Haftpflicht -Kfz",
                "-Kfz Haftpflicht",
                "Haftpflicht -kfz!",
                "Haftpflicht\t-KFZ",
                "Haftpflicht -Kfz -Schiffe",
                "Haftpflicht -\"Kfz\"",
                "Haftpflicht -„Haftpflicht für Kfz“",
                "Haftpflicht -Auto -Fahrzeuge"
            })
    void whatHasTheWordIsLeftOut(String text) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(Samples.found(index, Samples.german(text)))
                    .contains("dog", "house")
                    .doesNotContain("car");
        }
    }

    @Test
    void everyFormOfTheWordIsLeftOut() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(Samples.found(index, Samples.german("Haftpflicht -Hund")))
                    .containsExactlyInAnyOrder("car", "house");
            assertThat(Samples.found(index, Samples.german("Haftpflicht -Haeuser")))
                    .containsExactlyInAnyOrder("car", "dog");
        }
    }

    /** Who excludes cars still wants to read of car parks. */
    @Test
    void aPartOfACompoundIsNotTheWord() {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Haftpflicht", "Auch in der Haftpflichtversicherung."))) {
            assertThat(Samples.found(index, Samples.german("Haftpflicht -Versicherung")))
                    .containsExactly("a");
        }
    }

    @Test
    void aHyphenatedWordIsLeftOutAsItStands() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Haftpflicht", "Die Kfz-Versicherung."),
                Samples.german("b", "Haftpflicht", "Die Versicherung für Kfz."))) {
            assertThat(Samples.found(index, Samples.german("Haftpflicht -Kfz-Versicherung")))
                    .containsExactly("b");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Haftpflicht - Kfz",
                "Haftpflicht – Kfz",
                "Kfz-Haftpflicht",
                "Haftpflicht- und Kfz-Versicherung",
                "Haftpflicht --Kfz",
                "Haftpflicht -5 Kfz",
                "Haftpflicht\n-Kfz",
                "Haftpflicht -für Kfz",
                "Haftpflicht -"
            })
    void aHyphenThatIsNoMinusExcludesNothing(String text) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(Samples.found(index, Samples.german(text))).contains("car");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Kfz", "-Kfz -Hunde", "-\"Kfz\"", "Kfz -Kfz", "Haftpflicht -Haftpflicht"})
    void whoOnlyExcludesFindsNothing(String text) {
        try (LuceneSearchIndex index = holding()) {
            IndexAnswer answer = index.search(Samples.ACME, Samples.german(text), null, 10);
            assertThat(answer.hits()).isEmpty();
            assertThat(answer.correction()).isNull();
        }
    }

    /** "Meine Kfz -Versicherung": a slip of the finger, in what is clearly a sentence. */
    @Test
    void aSentenceIsUnderstoodWhereItExcludesEverything() {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Kfz", "Kfz und Haftpflicht kündigen."))) {
            IndexAnswer answer = index.search(
                    Samples.ACME, Samples.german("Wie kann ich meine Kfz -Haftpflicht kündigen?"), null, 10);

            assertThat(Samples.ids(answer.hits())).containsExactly("a");
            assertThat(answer.correction()).isEqualTo("Wie kann ich meine Kfz Haftpflicht kündigen?");
            assertThat(Samples.found(index, Samples.german("Kfz kündigen -Haftpflicht")))
                    .isEmpty();
        }
    }

    @Test
    void facetsDoNotCountWhatIsLeftOut() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(index.search(
                                    Samples.ACME,
                                    Samples.german("Haftpflicht -Kfz").counting(Facet.TYPE),
                                    null,
                                    10)
                            .facets())
                    .containsEntry(Facet.TYPE, List.of(new FacetCount("article", 2)));
        }
    }

    @Test
    void whatIsExcludedIsExcludedInEveryLanguage() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.english("en", "Liability", "Haftpflicht for vehicles."),
                Samples.german("de", "Haftpflicht", "Für alle."))) {
            assertThat(Samples.found(index, Samples.german("Haftpflicht -vehicle")))
                    .containsExactly("de");
        }
    }

    private static LuceneSearchIndex holding() {
        return Samples.holding(
                Samples.german("car", "Haftpflicht für Kfz", "Autos und Fahrzeuge sind versichert."),
                Samples.german("dog", "Haftpflicht", "Hunde sind versichert."),
                Samples.german("house", "Haftpflicht", "Besitzer eines Hauses und ihre Häuser."));
    }
}
