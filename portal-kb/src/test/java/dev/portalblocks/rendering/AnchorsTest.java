// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
                .containsExactly(tuple("Über uns", "ueber-uns"), tuple("Kosten", "kosten"));
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

    @Test
    void equalHeadingsAreToldApartByThoseAboveThem() {
        assertThat(anchors("# Strom", "## Kosten", "# Gas", "## Kosten", "### Netz", "# Netz", "## Netz"))
                .containsExactly("strom", "strom-kosten", "gas", "gas-kosten", "kosten-netz", "netz", "netz-netz");
    }

    @Test
    void onlyWhatNothingTellsApartIsCounted() {
        assertThat(anchors("# Kosten", "# Kosten", "# Kosten 2", "# Kosten!", "## a", "## a"))
                .containsExactly("kosten", "kosten-3", "kosten-2", "kosten-4", "kosten-a", "kosten-a-2");
    }

    @Test
    void anAnchorThatTheAuthorChoseOutlivesARenaming() {
        assertThat(anchors(
                        "# Preise {#kosten}", "# Kosten", "## Netz {#netz} ", "## a {#b}c", "# {#d}", "# e {#kosten}"))
                .containsExactly("kosten", "kosten-2", "netz", "a-b-c", "e");
        assertThat(anchors("# Was es kostet {#kosten}")).containsExactly("kosten");
        assertThat(anchors("# a {#x y}", "# b {#-x}", "# c {#}", "# `{#x}`")).containsExactly("a-x-y", "b-x", "c", "x");
    }

    @Test
    void headingsInFootnotesHaveNoAnchor() {
        assertThat(anchors("a[^1]", "# b", "[^1]: # c")).containsExactly("b");
    }

    /** Sections come, go and change places; a heading that stands below the same ones keeps its anchor. */
    @Test
    void whatHappensToOtherSectionsChangesNoAnchor() {
        Random random = new Random(20261123);
        List<String> chapters = List.of("Strom", "Gas", "Wasser", "Wärme", "Netz");
        for (int run = 0; run < 500; run++) {
            List<String> before = chapters(chapters, random);
            List<String> after = chapters(chapters, random);
            Map<String, String> was = byPlace(before);
            Map<String, String> is = byPlace(after);
            for (String place : was.keySet()) {
                String name = place.substring(place.indexOf('/') + 1);
                boolean single =
                        was.keySet().stream().filter(each -> named(each, name)).count() == 1
                                && is.keySet().stream()
                                                .filter(each -> named(each, name))
                                                .count()
                                        == 1;
                boolean several =
                        was.keySet().stream().filter(each -> named(each, name)).count() > 1
                                && is.keySet().stream()
                                                .filter(each -> named(each, name))
                                                .count()
                                        > 1;
                if (is.containsKey(place) && (single || several)) {
                    assertThat(is.get(place)).as("%s%n%s", before, after).isEqualTo(was.get(place));
                }
            }
        }
    }

    /** A link that was made to a heading leads to one that says the same, whatever happened to other sections. */
    @Test
    void aLinkStillLeadsThereAfterASecondHeadingCameToSayTheSameOrWent() {
        Random random = new Random(20261124);
        List<String> chapters = List.of("Strom", "Gas", "Wasser", "Wärme", "Netz");
        for (int run = 0; run < 500; run++) {
            List<String> before = chapters(chapters, random);
            List<String> after = chapters(chapters, random);
            Map<String, String> is = byPlace(after);
            byPlace(before).forEach((place, anchor) -> {
                if (is.containsKey(place)) {
                    String html = Renderer.standard()
                            .render(String.join("\n\n", after), TextLinks.asWritten())
                            .html();
                    String heading = place.substring(place.indexOf('/') + 1);
                    assertThat(html)
                            .as("%s %s", place, anchor)
                            .containsPattern(
                                    "id=\"" + anchor + "\"(></a>|><a id=\"[^\"]*\"></a>|>|><a [^h]*)*" + heading + "<");
                }
            });
        }
    }

    private static boolean named(String place, String name) {
        return place.endsWith("/" + name);
    }

    private static List<String> chapters(List<String> names, Random random) {
        List<String> text = new ArrayList<>();
        List<String> order = new ArrayList<>(names);
        Collections.shuffle(order, random);
        for (String chapter : order.subList(0, 1 + random.nextInt(names.size()))) {
            text.add("# " + chapter);
            List<String> sections = new ArrayList<>(List.of("Kosten", "Kündigen", "Fragen", "Zähler"));
            Collections.shuffle(sections, random);
            sections.subList(0, random.nextInt(4)).forEach(section -> text.add("## " + section));
        }
        return text;
    }

    /** Returns the anchors by {@code chapter/section}. */
    private static Map<String, String> byPlace(List<String> text) {
        Map<String, String> anchors = new HashMap<>();
        String chapter = "";
        List<String> all = anchors(text.toArray(String[]::new));
        for (int i = 0; i < all.size(); i++) {
            boolean section = text.get(i).startsWith("## ");
            chapter = section ? chapter : text.get(i).substring(2);
            anchors.put(
                    (section ? chapter : "") + "/"
                            + text.get(i).replace("#", "").strip(),
                    all.get(i));
        }
        return anchors;
    }

    private static List<String> anchors(String... blocks) {
        return PlainText.of(String.join("\n\n", blocks)).sections().stream()
                .map(PlainText.Section::anchor)
                .toList();
    }

    private static String anchor(String heading) {
        return Anchors.of(List.of(new Anchors.Asked(heading, 1, ""))).get(0).anchor();
    }
}
