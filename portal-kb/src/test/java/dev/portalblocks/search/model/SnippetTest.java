// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.model.Snippet.Match;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was written by editors and hosts is text wherever it stands in a snippet, and never becomes markup. */
class SnippetTest {
    private static final String BEFORE = "vor";
    private static final String MATCH = "Treffer";
    private static final String BEHIND = "nach";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"&, &amp;", "<, &lt;", ">, &gt;", "\", &quot;", "', &#39;", "ä, ä", "\uD83D\uDE00, \uD83D\uDE00"})
    void whatHtmlWouldTakeForMarkupIsEscapedWhereverItStands(String sign, String escaped) {
        Snippet snippet = around(sign);

        assertThat(snippet.toHtml())
                .isEqualTo(String.join(
                        "",
                        BEFORE + escaped + "<mark>" + escaped + MATCH + escaped + "</mark>",
                        escaped + BEHIND + escaped + "<mark>" + MATCH + "</mark>" + escaped));
        assertThat(snippet.toText("[", "]"))
                .isEqualTo(BEFORE + sign + "[" + sign + MATCH + sign + "]" + sign + BEHIND + sign + "[" + MATCH + "]"
                        + sign);
    }

    /** Two matches, with the sign before, within, between and behind them. */
    private static Snippet around(String sign) {
        String first = sign + MATCH + sign;
        List<String> pieces = List.of(BEFORE + sign, first, sign + BEHIND + sign, MATCH, sign);
        List<Match> matches = Stream.of(1, 3)
                .map(piece -> {
                    int start = String.join("", pieces.subList(0, piece)).length();
                    return new Match(start, start + pieces.get(piece).length());
                })
                .toList();
        return new Snippet(String.join("", pieces), matches);
    }
}
