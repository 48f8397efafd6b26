// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.kb.model.TextPiece;
import dev.portalblocks.kb.model.TextPiece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferencesTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final long SEED = Long.getLong("portal.seed", 4711);
    private static final List<String> WORDS = List.of(
            "Beitrag",
            "beitrag",
            " ",
            "  ",
            "\n",
            "\r\n",
            "\n\n",
            "ä",
            "a\u0308",
            "\uD83D\uDE00",
            "12",
            ".",
            "# ",
            "|",
            "-");

    /** Removed in brackets, added in braces. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "Der Beitrag steigt.; Der Beitrag sinkt.; Der Beitrag [steigt]{sinkt}.",
                "Der Beitrag steigt.; Der Beitrag steigt nicht.; Der Beitrag steigt{ nicht}.",
                "Der Beitrag steigt nicht.; Der Beitrag steigt.; Der Beitrag steigt[ nicht].",
                "Hagelschaden; Hagelschäden; [Hagelschaden]{Hagelschäden}",
                "gleich; gleich; gleich",
                "\"\"; neu; {neu}",
                "alt; \"\"; [alt]",
                "\"\"; \"\"; \"\"",
                "eins zwei drei; drei zwei eins; [eins]{drei} zwei [drei]{eins}"
            })
    void wordsAreCompared(String first, String second, String shown) {
        assertThat(shown(TextDifferences.of(first, second))).isEqualTo(shown);
    }

    @Test
    void linesThatStayAreNotTouched() {
        String first = "# Hagel\n\nMelden Sie den Schaden.\n\nRufen Sie an.\n";
        String second = "# Hagel\n\nMelden Sie den Schaden sofort.\n\nRufen Sie an.\n\nEin neuer Absatz.\n";
        assertThat(shown(TextDifferences.of(first, second)))
                .isEqualTo("# Hagel\n\nMelden Sie den Schaden{ sofort}.\n\nRufen Sie an.\n{\nEin neuer Absatz.\n}");
    }

    /** Whatever they are. */
    @Test
    void bothTextsComeBackFromThePieces() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < (DEEP ? 200_000 : 5_000); i++) {
            String first = text(random);
            String second = random.nextInt(3) == 0 ? text(random) : changed(first, random);
            List<TextPiece> pieces = TextDifferences.of(first, second);
            assertThat(without(pieces, Kind.ADDED))
                    .as("seed %d, text %d", SEED, i)
                    .isEqualTo(first);
            assertThat(without(pieces, Kind.REMOVED))
                    .as("seed %d, text %d", SEED, i)
                    .isEqualTo(second);
            for (int k = 1; k < pieces.size(); k++) {
                assertThat(pieces.get(k).kind()).isNotEqualTo(pieces.get(k - 1).kind());
            }
            assertThat(pieces).noneMatch(piece -> piece.text().isEmpty());
            if (first.equals(second)) {
                assertThat(pieces).allMatch(piece -> piece.kind() == Kind.SAME);
            }
        }
    }

    /** A million lines of which nothing is alike end at the limit, and a change in the middle of them is found. */
    @Test
    void hugeTextsAreComparedInBlocks() {
        String first = lines(500_000, "a");
        String second = lines(500_000, "b");
        assertThat(TextDifferences.of(first, second))
                .containsExactly(new TextPiece(Kind.REMOVED, first), new TextPiece(Kind.ADDED, second));
        String changed = first.replace("a 250000\n", "a anders\n");
        assertThat(TextDifferences.of(first, changed))
                .filteredOn(piece -> piece.kind() != Kind.SAME)
                .containsExactly(new TextPiece(Kind.REMOVED, "250000"), new TextPiece(Kind.ADDED, "anders"));
    }

    /** As many lines as are compared one by one: the limit itself ends. */
    @Test
    void asManyAsAreComparedOneByOneEnd() {
        String first = lines(TextDifferences.MAX_COMPARED / 2, "a");
        String second = lines(TextDifferences.MAX_COMPARED / 2, "b");
        List<TextPiece> pieces = TextDifferences.of(first, second);
        assertThat(without(pieces, Kind.ADDED)).isEqualTo(first);
        assertThat(without(pieces, Kind.REMOVED)).isEqualTo(second);
    }

    private static String lines(int count, String word) {
        return IntStream.range(0, count).mapToObj(i -> word + " " + i + "\n").collect(Collectors.joining());
    }

    private static String text(SplittableRandom random) {
        return random.ints(random.nextInt(30), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .collect(Collectors.joining());
    }

    private static String changed(String text, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(text);
        List<Integer> places = new ArrayList<>(List.of(random.nextInt(changed.length() + 1)));
        places.forEach(place -> changed.insert(place, WORDS.get(random.nextInt(WORDS.size()))));
        if (changed.length() > 3) {
            int from = random.nextInt(changed.length());
            changed.delete(from, Math.min(changed.length(), from + random.nextInt(4)));
        }
        return changed.toString();
    }

    private static String shown(List<TextPiece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece.kind()) {
                    case SAME -> piece.text();
                    case REMOVED -> "[" + piece.text() + "]";
                    case ADDED -> "{" + piece.text() + "}";
                })
                .collect(Collectors.joining());
    }

    private static String without(List<TextPiece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(TextPiece::text)
                .collect(Collectors.joining());
    }
}
