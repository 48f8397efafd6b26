// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text is a search, and none is an error. */
class AnyTextTest {
    private static final String ALPHABET =
            "aeß \"*~()[]{}:\\/^+-&|!?<>'\t\n\u0000\u0007\uD83D\uDE00\uD800\u202E\u0301\u05D0保";

    static List<String> hostileTexts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "a",
                "ß",
                "der die das und",
                "\"",
                "\"Beitrag",
                "*",
                "*:*",
                "Beitr*",
                "?eitrag",
                "Beitrag~",
                "Beitrag~2^5",
                "(((Beitrag",
                "Beitrag)",
                "[a TO",
                "{a TO b]",
                "object:article",
                "a AND OR NOT b",
                "+-!&&||",
                "\\",
                "/.*/",
                "\uD800",
                "\uDC00Beitrag\uD800",
                "\u0000\u0001\u001B",
                "\u202Eבדיקה\u202C",
                "\uFEFF",
                "\uD83D\uDE00"));
        texts.add("a".repeat(10_000));
        texts.add("Beitrag ".repeat(1250));
        texts.add("(".repeat(10_000));
        texts.add("\uD83D\uDE00".repeat(5000));
        texts.add(words(10_000));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void anyTextIsASearch(String text) {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Beitrag", "Der Beitrag steigt."),
                Samples.english("b", "Premium", "The premium rises."))) {
            assertThatCode(() -> Samples.hits(index, Samples.german(text))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"Beitrag",
                "Beitrag*",
                "Beitrag~",
                "((Beitrag]",
                "+Beitrag -",
                "\uDC00Beitrag\uD800",
                "\u202EBeitrag"
            })
    void signsRoundAWordDoNotHideIt(String text) {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Beitrag", "Der Beitrag steigt."))) {
            assertThat(Samples.found(index, Samples.german(text))).containsExactly("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\n", "?!", "()[]{}", "\uD800", "*:*", "\u0000"})
    void aTextWithoutAWordFindsNothing(String text) {
        try (LuceneSearchIndex index =
                Samples.holding(Samples.german("a", "Beitrag", "Der Beitrag steigt. () \u0000"))) {
            assertThat(Samples.found(index, Samples.german(text))).isEmpty();
        }
    }

    @Test
    void theTopicBehindALongGreetingStillCounts() {
        String greeting =
                "Guten Tag, wie geht es Ihnen denn so, ich wollte nur einmal eben kurz fragen ob. ".repeat(100);
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Zählerstand", "Den Zählerstand melden."))) {
            assertThat(Samples.found(index, Samples.german(greeting + "Zählerstand")))
                    .containsExactly("a");
        }
    }

    @Test
    void randomTextsAreSearchesToo() {
        long seed = Seeds.value();
        SplittableRandom random = new SplittableRandom(seed);
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "a ß", random(random, 500)), Samples.english("b", "a", random(random, 500)))) {
            for (int i = 0; i < 300; i++) {
                String text = random(random, random.nextInt(60));
                assertThatCode(() -> Samples.hits(index, Samples.german(text)))
                        .as("seed %d, text %s", seed, text)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static String random(SplittableRandom random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }

    static String words(int length) {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("versicherungs")
                    .append(Long.toString(random.nextLong(1, 1L << 40), 36))
                    .append("beitrag ");
        }
        return text.substring(0, length);
    }
}
