// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {
    @ParameterizedTest
    @CsvSource({
        "Was kostet das?, was-kostet-das",
        "Größe & Höhe, groesse-hoehe",
        "'Gro\u0308ße', groesse",
        "Café René, cafe-rene",
        "1. Schritt, 1-schritt",
        "  -- Strom --  , strom",
        "Договор, договор",
        "?!, abschnitt",
        "'', abschnitt"
    })
    void aHeadingHasAnAnchorThatPeopleCanRead(String heading, String anchor) {
        assertThat(anchor(heading)).isEqualTo(anchor);
    }

    @Test
    void aLongHeadingIsCutBehindAWord() {
        String anchor = anchor("Wort ".repeat(100));

        assertThat(anchor).isEqualTo("wort" + "-wort".repeat(15)).hasSizeLessThanOrEqualTo(80);
        assertThat(anchor("x".repeat(200))).hasSize(80);
        assertThat(anchor("\uD801\uDC28".repeat(100)).codePoints())
                .allMatch(letter -> Character.charCount(letter) == 2);
    }

    @Test
    void aSectionBeginsWhereItsHeadingStandsInTheText() {
        PlainText text = PlainText.of("\n\n    eingerückt\n\nVorab.\n\n# Über *uns*\n\nText\n\n## Kosten\n\nMehr\n");

        assertThat(text.sections())
                .extracting(PlainText.Section::heading, section -> section.anchor())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Über uns", "ueber-uns"),
                        org.assertj.core.groups.Tuple.tuple("Kosten", "kosten"));
        assertThat(text.sections())
                .allSatisfy(section ->
                        assertThat(text.text().substring(section.start())).startsWith(section.heading()));
    }

    @Test
    void theSectionsOfAnyTextStandInItInTheirOrder() {
        Random random = new Random(4711);
        List<String> pieces =
                List.of("# ", "## a\n", "\n", "***", "    ", "`", "- ", "> ", "ä", "<b>", "Wort ", "===\n", "|-|\n");
        for (int i = 0; i < 2_000; i++) {
            String markdown = random.ints(random.nextInt(30), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            PlainText text = PlainText.of(markdown);
            Set<String> anchors = new HashSet<>();
            int before = 0;
            for (PlainText.Section section : text.sections()) {
                assertThat(section.start())
                        .as(markdown)
                        .isBetween(before, text.text().length());
                assertThat(text.text().substring(section.start()).strip().replace('\n', ' '))
                        .as(markdown)
                        .startsWith(section.heading());
                assertThat(anchors.add(section.anchor())).as(markdown).isTrue();
                before = section.start();
            }
        }
    }

    private static String anchor(String heading) {
        return Anchors.of(List.of(new Anchors.Asked(heading, 1, ""))).get(0).anchor();
    }
}
