// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.SearchChange;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Titles are suggested while somebody types, with the letters that they typed. */
class SuggestionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h | [H]aftpflicht kündigen",
                "haf | [Haf]tpflicht kündigen",
                "HAFT | [Haft]pflicht kündigen",
                "kün | Haftpflicht [kün]digen",
                "kuen | Haftpflicht [kün]digen",
                "kun | Haftpflicht [kün]digen",
                "kü haft | [Haft]pflicht [kü]ndigen",
                "haftpflicht kündigen | [Haftpflicht] [kündigen]",
                "wie kann ich die haft | [Haft]pflicht kündigen",
                "kündigung haft | [Haft]pflicht [kündigen]",
                "strass | Die [Straß]e der Groesse",
                "straße | Die [Straße] der Groesse",
                "größ | Die Straße der [Groess]e",
                "stra gro | Die [Stra]ße der [Gro]esse",
                "priv | [Priv]athaftpflicht",
                "umgezogen | [Adressänderung]",
                "fr | Der [\uD835\uDD3D\uD835\uDD63]agebogen",
                "mu | [Mü]ller"
            })
    void whatWasTypedIsMarked(String typed, String marked) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(titles(index, typed)).contains(marked.replace("Mü", "Mu\u0308"));
        }
    }

    @ParameterizedTest
    @CsvSource({"haft", "haftpfli", "haftpflicht"})
    void aTitleThatBeginsSoComesBeforeOneThatHasItWithin(String typed) {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Meine Haftpflicht", ""),
                Samples.german("b", "Privathaftpflicht", ""),
                Samples.german("c", "Haftpflicht kurz", ""),
                Samples.german("d", "Haftpflicht", ""))) {
            assertThat(titles(index, typed).stream().map(title -> title.replaceAll("[\\[\\]]", "")))
                    .containsExactly("Haftpflicht", "Haftpflicht kurz", "Meine Haftpflicht", "Privathaftpflicht");
            assertThat(titles(index, typed)).last().asString().startsWith("Privat[");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hatfp, [Haftp]flicht kündigen",
        "hafftpf, [Haftpf]licht kündigen",
        "haftpfilcht, [Haftpflicht] kündigen",
        "kündgu haft, [Haft]pflicht kündigen"
    })
    void aSlipBehindTheSecondLetterIsPutRight(String typed, String first) {
        try (LuceneSearchIndex index = holding()) {
            assertThat(titles(index, typed)).first().asString().startsWith(first.substring(0, 5));
        }
    }

    @Test
    void nothingIsPutRightByOneLetterTooMany() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(titles(index, "xaft")).isEmpty();
            assertThat(titles(index, "hxaxt")).isEmpty();
            assertThat(titles(index, "2024")).isEmpty();
        }
    }

    @Test
    void allWordsAreWantedAndTheLastWhereNoTitleHasAll() {
        try (LuceneSearchIndex index = Samples.holding(
                Samples.german("a", "Haftpflicht kündigen", ""),
                Samples.german("b", "Hausrat kündigen", ""),
                Samples.german("c", "Hausrat", ""))) {
            assertThat(titles(index, "hausrat kündigen")).containsExactly("[Hausrat] [kündigen]");
            assertThat(titles(index, "Elefant kündigen"))
                    .containsExactlyInAnyOrder("Haftpflicht [kündigen]", "Hausrat [kündigen]");
            assertThat(titles(index, "hausrat elefant")).isEmpty();
        }
    }

    @Test
    void whatIsExcludedIsNotSuggested() {
        try (LuceneSearchIndex index = holding()) {
            assertThat(titles(index, "haft -kündigen")).isNotEmpty().noneMatch(title -> title.contains("kündigen"));
        }
    }

    /** Words of hidden titles neither are suggested, nor put right what is typed, nor change an order. */
    @Test
    void whatAReaderMayNotSeeMakesNoDifference() {
        List<SearchChange> hidden = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            hidden.add(Samples.forAudience("x" + i, Audience.SIGNED_IN, "Hatfp Haftpflicht Xenon " + i, "kündigen"));
            hidden.add(Samples.forAudience("k" + i, Audience.SIGNED_IN, "Kündigen kurz", "Haftpflicht"));
        }
        try (LuceneSearchIndex alone = holding();
                LuceneSearchIndex index = holding()) {
            index.update(Samples.ACME, hidden, Samples.at(2));
            for (String typed :
                    List.of("h", "haf", "hatfp", "xen", "xeno", "kü haft", "kurz", "umgezogen", "elefant haft")) {
                assertThat(suggested(index, typed)).as(typed).isEqualTo(suggested(alone, typed));
            }
        }
    }

    @Test
    void nothingIsSuggestedThatIsOnlyInTheText() {
        try (LuceneSearchIndex index = Samples.holding(Samples.german("a", "Titel", "Der Beitrag steigt."))) {
            assertThat(titles(index, "beit")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "-", "\"", "\uD800", "\uDC00", "\u0000", "\u001E", "\u001Eh"})
    void aTextWithoutAWordSuggestsNothingWrong(String typed) {
        try (LuceneSearchIndex index = holding()) {
            assertThatCode(() -> suggested(index, typed)).doesNotThrowAnyException();
        }
    }

    @Test
    void anyTextMayBeTyped() {
        SplittableRandom random = new SplittableRandom(Seeds.value());
        String alphabet = "aehtüßss \"-„“\uD83D\uDE00\uD800\u0301ſﬁİ保険\u001E";
        List<SearchChange> changes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            changes.add(Samples.german("r" + i, random(random, alphabet, 20), ""));
        }
        try (LuceneSearchIndex index = Samples.holding(changes.toArray(SearchChange[]::new))) {
            for (int i = 0; i < 300; i++) {
                String typed = random(random, alphabet, random.nextInt(12));
                for (Suggestion suggestion : suggested(index, typed)) {
                    String title = suggestion.title().text();
                    suggestion
                            .title()
                            .matches()
                            .forEach(match -> assertThat(isWhole(title, match.start()) && isWhole(title, match.end()))
                                    .as("seed %d, %s in %s", Seeds.value(), match, title)
                                    .isTrue());
                    assertThat(suggestion.title().toHtml()).contains("<mark>");
                }
            }
            for (String unit :
                    List.of("a", "ha ", "\"a\" ", "-a ", "Haftpflichtversicherungsbeitrag ", "\uD83D\uDE00")) {
                assertThatCode(() -> suggested(index, unit.repeat(10_000 / unit.length())))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static boolean isWhole(String text, int at) {
        return at == 0 || at >= text.length() || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static String random(SplittableRandom random, String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, length).forEach(i -> text.append(alphabet.charAt(random.nextInt(alphabet.length()))));
        return text.toString();
    }

    private static List<Suggestion> suggested(LuceneSearchIndex index, String typed) {
        return index.suggest(Samples.ACME, Samples.german(typed).beingTyped(), 10);
    }

    private static List<String> titles(LuceneSearchIndex index, String typed) {
        return suggested(index, typed).stream()
                .map(suggestion -> suggestion.title().toText("[", "]"))
                .toList();
    }

    private static LuceneSearchIndex holding() {
        return Samples.holding(
                Samples.german("a", "Haftpflicht kündigen", "Text"),
                Samples.german("b", "Die Straße der Groesse", "Text"),
                Samples.german("c", "Privathaftpflicht", "Text"),
                Samples.german("d", "Adressänderung", "Text"),
                Samples.german("e", "Mu\u0308ller", "Text"),
                Samples.german("f", "Der \uD835\uDD3D\uD835\uDD63agebogen", "Text"));
    }
}
