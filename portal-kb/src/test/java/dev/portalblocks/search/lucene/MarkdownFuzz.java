// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.model.TextSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Any Markdown, with HTML in it, as the search reads it, and the best passage for some of its words: without an index. */
public final class MarkdownFuzz {
    /** Each word is asked for, each second one, …; one of them none. */
    static final int WAYS = 6;

    private static final TextAnalysis GERMAN = German.analysis();

    private MarkdownFuzz() {}

    /** What a fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzInput input = FuzzInput.of(bytes);
        MarkdownText read = MarkdownText.of(input.text());
        assertThat(read.plain()).isEqualTo(read.plain().strip());
        areSections(read.sections(), read.plain());
        String kept = FuzzedText.stored(read.plain());
        isBest(places(kept, input.of(WAYS)), kept, read.sections());
    }

    /** They stand one behind the other, each where its heading does, under names of their own. */
    private static void areSections(List<TextSection> sections, String plain) {
        int before = 0;
        for (TextSection section : sections) {
            assertThat(section.heading()).isNotBlank();
            assertThat(List.of(before, section.start(), plain.length())).isSorted();
            assertThat(plain.substring(section.start()).replace('\n', ' ')).startsWith(section.heading());
            before = section.start();
        }
        assertThat(sections)
                .extracting(TextSection::anchor)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    private static List<Marker.Found> places(String plain, int each) {
        List<Marker.Found> places = new ArrayList<>();
        List<TextAnalysis.Word> words = GERMAN.words(plain, Integer.MAX_VALUE);
        for (int i = 0; each > 0 && i < words.size(); i += each) {
            TextAnalysis.Word word = words.get(i);
            places.add(new Marker.Found(word.start(), word.end(), word.stem(), 1));
        }
        return places;
    }

    private static void isBest(List<Marker.Found> places, String text, List<TextSection> sections) {
        Passages.Passage best = Passages.best(text, places, Locale.GERMAN);
        SnippetChecks.areWhole(best.snippet());
        assertThat(text).contains(best.snippet().text());
        assertThat(best.snippet().text().length()).isLessThanOrEqualTo(Passages.MAX_LENGTH);
        assertThat(best.matches() || places.isEmpty()).isTrue();
        String anchor = Sections.anchorAt(Sections.written(sections), best.from());
        List<String> above = sections.stream()
                .filter(section -> section.start() <= best.from())
                .map(TextSection::anchor)
                .toList();
        assertThat(anchor).isEqualTo(above.isEmpty() ? null : above.get(above.size() - 1));
    }
}
