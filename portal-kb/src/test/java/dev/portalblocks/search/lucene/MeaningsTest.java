// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningsTest {
    private static final Meanings SOME = Meanings.of(
            List.of("Auto, Kfz, Pkw", "papiere > unterlagen, dokumente", "kfz, fahrzeug", "a b, c"),
            word -> List.of(word.strip().toLowerCase(Locale.ROOT).split(" ", -1)),
            UnaryOperator.identity());

    @Test
    void eachWordOfALineMeansTheOthers() {
        assertThat(SOME.of("auto")).containsExactly("kfz", "pkw");
        assertThat(SOME.of("kfz")).containsExactly("auto", "pkw", "fahrzeug");
    }

    @Test
    void aMeaningDoesNotLeadOn() {
        assertThat(SOME.of("auto")).doesNotContain("fahrzeug");
        assertThat(SOME.of("fahrzeug")).containsExactly("kfz");
    }

    @Test
    void anArrowLeadsOneWay() {
        assertThat(SOME.of("papiere")).containsExactly("unterlagen", "dokumente");
        assertThat(SOME.of("unterlagen")).isEmpty();
    }

    @Test
    void whatIsNoSingleWordIsLeftOut() {
        assertThat(SOME.of("c")).isEmpty();
        assertThat(SOME.of("a b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"umgezogen, Adressänderung", "Passwort, Kennwort", "gestorben, Sterbefall", "Autos, Fahrzeug"})
    void everydayWordsFindTheTradesOwn(String asked, String written) {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Ohne", "Hier steht " + written + " und mehr."))) {
            assertThat(Samples.hits(index, Samples.german(asked)))
                    .extracting(hit -> hit.hit().snippet().toText("[", "]"))
                    .containsExactly("Hier steht [" + written + "] und mehr.");
        }
    }

    @Test
    void theWordItselfOutweighsWhatElseItMeans() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("other", "Eins", "Hier steht Kennwort und mehr."),
                Samples.german("own", "Zwei", "Hier steht Passwort und mehr."))) {
            assertThat(Samples.found(index, Samples.german("Passwort"))).containsExactly("own", "other");
        }
    }

    /** Each has six clauses of its own, and three for each of up to a dozen meanings. */
    @Test
    void whatWordsMeanLeavesRoomForTheOthers() {
        String question = Lists.lines("everyday-de.txt").stream()
                .map(line -> line.split("[,>]", 2)[0].strip())
                .filter(word -> word.chars().allMatch(Character::isLetter))
                .distinct()
                .limit(QueryWords.MAX_WORDS - 4)
                .collect(Collectors.joining(" "));
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Ohne", "Hier steht Xylophon."))) {
            assertThat(Samples.found(index, Samples.german(question + " Xylophon")))
                    .containsExactly("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"everyday-de.txt", "everyday-en.txt"})
    void everyLineOfTheListsIsRead(String list) {
        for (String line : Lists.lines(list)) {
            String[] sides = line.split(">", -1);
            assertThat(sides).as(line).hasSizeBetween(1, 2);
            List<String> words = List.of(sides[sides.length - 1].split(",", -1));
            assertThat(words)
                    .as(line)
                    .hasSizeBetween(sides.length == 2 ? 1 : 2, 7)
                    .doesNotHaveDuplicates();
            assertThat(words)
                    .as(line)
                    .allSatisfy(word -> assertThat(word.strip()).isNotEmpty());
        }
    }
}
