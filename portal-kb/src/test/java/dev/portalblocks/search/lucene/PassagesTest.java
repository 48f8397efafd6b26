// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.Snippet;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A snippet is the document's own text, from where it says most about the question. */
class PassagesTest {
    private static final String FILLER = "Hier steht ein Satz, der mit der Sache nichts zu tun hat. ".repeat(20);

    @Test
    void theSnippetIsThePassageThatMatches() {
        Snippet snippet = hit("Kontowechsel", FILLER + "Das Konto ändern Sie im Portal. " + FILLER, "Konto ändern")
                .snippet();

        assertThat(snippet.toText("[", "]")).contains("[Konto] [ändern] Sie im Portal.");
        assertThat(snippet.text().length()).isBetween(60, 300);
    }

    @Test
    void theTitleShowsItsMatchesAndCompoundsWhole() {
        assertThat(hit("Ihr Haftpflichtbeitrag", "Text", "Beitrag").title().toText("[", "]"))
                .isEqualTo("Ihr [Haftpflichtbeitrag]");
    }

    @Test
    void functionWordsAreNotMarkedBesideATopic() {
        assertThat(hit("Was ist ein Beitrag", "Text", "was ist noch ein Beitrag")
                        .title()
                        .toText("[", "]"))
                .isEqualTo("Was ist ein [Beitrag]");
    }

    @Test
    void aTextWithoutAMatchShowsItsBeginning() {
        Snippet snippet =
                hit("Beitrag", "Anfang des Textes. " + FILLER, "Beitrag").snippet();

        assertThat(snippet.text()).startsWith("Anfang des Textes.");
        assertThat(snippet.matches()).isEmpty();
        assertThat(hit("Beitrag", "", "Beitrag").snippet()).isEqualTo(Snippet.plain(""));
    }

    @Test
    void aSentenceThatIsTooLongIsCutBetweenWords() {
        String endless = IntStream.range(0, 400).mapToObj(i -> "wort" + i).collect(Collectors.joining(" "));
        Snippet snippet = hit("Titel", endless + " Konto " + endless, "Konto").snippet();

        assertThat(snippet.toText("[", "]")).contains("[Konto]");
        assertThat(snippet.text().length()).isBetween(200, 300);
        assertThat(" " + endless + " Konto " + endless + " ").contains(" " + snippet.text() + " ");
    }

    @Test
    void aTextWithoutSpacesIsCutBetweenCharacters() {
        for (String before : new String[] {"", "a"}) {
            String text = before + "\uD83D\uDE00".repeat(400);

            assertThat(hit("Konto", text, "Konto").snippet().text())
                    .hasSizeBetween(299, 300)
                    .doesNotEndWith("\uD83D");
        }
    }

    /** Each word stands once before the others where the text is cut in its middle; what is cut off matches no more. */
    @Test
    void aWordThatIsCutIsNotMarked() {
        for (int before = 250; before < 300; before++) {
            String body = ",".repeat(before) + "Kontowechsel,Haus" + ",".repeat(400);
            Snippet snippet = hit("Titel", body, "Kontowechsel Haus").snippet();

            assertThat(snippet.matches())
                    .as("behind %d", before)
                    .isNotEmpty()
                    .allSatisfy(match -> assertThat(match.end())
                            .isLessThanOrEqualTo(snippet.text().length()));
        }
    }

    @Test
    void noSnippetEndsInsideASurrogatePairAndAllMatchesLieWithin() {
        SplittableRandom random = new SplittableRandom(Seeds.value());
        for (int i = 0; i < 200; i++) {
            String body = text(random);
            Snippet snippet = hit("Titel", body, "Konto Haus").snippet();
            String text = snippet.text();

            assertThat(body).as("seed %d", Seeds.value()).contains(text);
            assertThat(text.length()).isLessThanOrEqualTo(Passages.MAX_LENGTH);
            assertThat(text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
                    .isTrue();
            assertThat(snippet.matches())
                    .isNotEmpty()
                    .allSatisfy(match -> assertThat(text.substring(match.start(), match.end()))
                            .isIn("Konto", "Haus", "KONTO"));
        }
    }

    private static SearchHit hit(String title, String body, String asked) {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", title, body + "\n"))) {
            return Samples.hits(index, Samples.german(asked)).get(0).hit();
        }
    }

    private static String text(SplittableRandom random) {
        String[] pieces = {
            "Konto", "Haus", "KONTO", "\uD83D\uDE00", "wort", ". Nun", "\n", ", ", "\uD83D\uDE00".repeat(200)
        };
        return "Konto "
                + IntStream.range(0, 60)
                        .mapToObj(i -> pieces[random.nextInt(pieces.length)])
                        .collect(Collectors.joining(" "));
    }
}
