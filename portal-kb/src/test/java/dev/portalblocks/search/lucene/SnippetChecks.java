// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.model.Snippet;
import java.util.List;

/** What holds of every snippet. */
final class SnippetChecks {
    private SnippetChecks() {}

    /** Matches lie within, in order and between characters, and as HTML it says what it says, and nothing of it is markup. */
    static void areWhole(Snippet snippet) {
        isWhole(snippet.text());
        int end = 0;
        for (Snippet.Match match : snippet.matches()) {
            assertThat(match.start()).as("%s", snippet).isGreaterThanOrEqualTo(end);
            assertThat(match.end()).as("%s", snippet).isGreaterThan(match.start());
            assertThat(isBetween(snippet.text(), match.start()) && isBetween(snippet.text(), match.end()))
                    .as("%s", snippet)
                    .isTrue();
            end = match.end();
        }
        assertThat(end).as("%s", snippet).isLessThanOrEqualTo(snippet.text().length());
        assertThat(read(snippet.toHtml())).isEqualTo(snippet.toText("", ""));
    }

    /** It neither begins nor ends with half a character. */
    static void isWhole(String text) {
        boolean begins = !text.isEmpty() && Character.isLowSurrogate(text.charAt(0));
        boolean ends = !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
        assertThat(begins || ends).as("%s", text).isFalse();
    }

    private static boolean isBetween(String text, int at) {
        return at == 0 || at >= text.length() || !Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    /** Returns what a browser would show. */
    private static String read(String html) {
        String text = html.replace("<mark>", "").replace("</mark>", "");
        assertThat(text).doesNotContain("<", ">", "\"", "'");
        assertThat(text.replaceAll("&(amp|lt|gt|quot|#39);", "")).doesNotContain("&");
        for (List<String> sign :
                List.of(List.of("&lt;", "<"), List.of("&gt;", ">"), List.of("&quot;", "\""), List.of("&#39;", "'"))) {
            text = text.replace(sign.get(0), sign.get(1));
        }
        return text.replace("&amp;", "&");
    }
}
