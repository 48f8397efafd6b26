// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.search.spi.IndexAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While somebody types, the last word is the beginning of one. */
class TypingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "haf",
                "Haft",
                "Haftpf",
                "haftpflich",
                "Haftpflicht",
                "kosten haf",
                "„Kosten haf",
                "wie ist das mit haf"
            })
    void titlesThatBeginSoAreOnTop(String text) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(found(index, text)).startsWith("title").contains("body");
        }
    }

    @Test
    void aTitleIsFoundFromTheFirstLetterOnAndATextFromTheThird() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(found(index, "h")).containsExactly("title");
            assertThat(found(index, "ha")).containsExactly("title");
            assertThat(found(index, "haf")).startsWith("title").containsExactlyInAnyOrder("title", "body", "inner");
        }
    }

    @Test
    void aPartOfATitlesCompoundIsFoundToo() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("inner", "Privathaftpflicht", "Nichts weiter."),
                Samples.german("begins", "Haftpflicht", "Nichts weiter."))) {
            assertThat(found(index, "haftpf")).containsExactly("begins", "inner");
            assertThat(Samples.hits(index, Samples.german("haftpf").beingTyped()))
                    .extracting(hit -> hit.hit().title().toText("[", "]"))
                    .containsExactly("[Haftpflicht]", "[Privathaftpflicht]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"haftpf ", "haftpf?", "\"haftpf\""})
    void aWordWithSomethingBehindItIsComplete(String text) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(found(index, text)).doesNotContain("title");
        }
    }

    @Test
    void whoHasFinishedTypingFindsWholeWordsOnly() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(Samples.found(index, Samples.german("haftpfl"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kün", "kuen", "KÜN", "kun", "straß", "strass"})
    void lettersAreFoldedAsWordsAre(String text) {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Kündigung in der Straße", ""))) {
            assertThat(found(index, text)).containsExactly("a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hatfpf", "haftfl", "hafftpfl", "haftpfilcht"})
    void aSlipInWhatIsTypedIsPutRight(String text) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(found(index, text)).contains("title");
        }
    }

    @Test
    void whatBeginsAWordIsNoMistake() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Haftpflichtkasse", "Die Haftpflichtkasse."),
                Samples.german("b", "Haftpflichten", "Haftpflickt heißt es nie."))) {
            IndexAnswer answer =
                    index.search(Samples.ACME, Samples.german("haftpflich").beingTyped(), null, 10);
            assertThat(answer.correction()).isNull();
        }
    }

    /** A rare word for all, and a common one for others: what is hidden neither expands nor crowds out. */
    @Test
    void nothingIsExpandedToWhatTheReaderMayNotSee() {
        List<dev.portalblocks.search.spi.SearchChange> hidden = new ArrayList<>();
        for (int i = 0; i < TypedWords.MAX_EXPANDED + 8; i++) {
            String word = "haf" + (char) ('a' + i % 26) + (char) ('a' + i / 26);
            hidden.add(Samples.forAudience("x" + i, Audience.SIGNED_IN, "Haft " + word, word + " Kosten"));
            hidden.add(Samples.forAudience("y" + i, Audience.SIGNED_IN, "Haft " + word, word + " Kosten"));
        }
        try (LuceneSearchIndex alone = holding();
                LuceneSearchIndex index = holding()) {
            index.update(Samples.ACME, hidden, Samples.at(2));
            for (String text : List.of("haf", "haftpf", "hafa", "hatf", "kos", "h")) {
                assertThat(index.search(Samples.ACME, Samples.german(text).beingTyped(), null, 10))
                        .as(text)
                        .isEqualTo(
                                alone.search(Samples.ACME, Samples.german(text).beingTyped(), null, 10));
            }
        }
    }

    /** A body that repeats the word as often as one likes. */
    @Test
    void noTextComesBeforeATitleAtThreeLetters() {
        String often =
                IntStream.range(0, 50).mapToObj(i -> "Haftung Haft Haftpflicht").reduce("", (a, b) -> a + " " + b);
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("often", "Anderes", often),
                Samples.german(
                        "title", "Was Sie zu Kosten und Beitrag der Haftpflicht wissen sollten", "Text. ".repeat(300)),
                Samples.german("other", "Beitrag", "Nichts davon."))) {
            assertThat(found(index, "haf")).containsExactly("title", "often");
        }
    }

    private static List<String> found(LuceneSearchIndex index, String text) {
        return Samples.found(index, Samples.german(text).beingTyped());
    }

    private static LuceneSearchIndex holding() {
        return Samples.holding(
                Samples.german("title", "Haftpflicht", "Ein Text mit Kosten."),
                Samples.german("body", "Anderes", "Die Haftpflicht und die Haftung kommen hier vor, Kosten auch."),
                Samples.german("inner", "Drittes", "Ein Hafenviertel."),
                Samples.german("none", "Viertes", "Weder noch, aber Kosten."));
    }
}
