// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.TextSection;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Any title above any text in Markdown, which are written and asked for by some of their own words. */
public final class WrittenFuzz {
    private static final FuzzedSearch.Asking[] PATHS = FuzzedSearch.Asking.values();
    /** The title, the body's beginning and its end on each path, and a search for a word of the title. */
    static final int WAYS = 3 * PATHS.length + 1;

    private static final WrittenFuzz TARGET = new WrittenFuzz();

    /** A word that nothing of the language can make another one of. */
    private static final Pattern WORD = Pattern.compile("(?<=^| )[a-zäöü]{4,20}(?= |$)");
    /** So much of a text is asked for. */
    private static final int ASKED = 80;

    private final FuzzedSearch search = new FuzzedSearch();

    private WrittenFuzz() {}

    /** What a fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        FuzzInput input = FuzzInput.of(bytes);
        String text = input.text();
        int line = text.indexOf('\n');
        String title = line < 0 ? text : text.substring(0, line);
        TARGET.write(input.of(WAYS), title, line < 0 ? "" : text.substring(line + 1));
    }

    private void write(int way, String line, String markdown) {
        String title = line.substring(0, Math.min(line.length(), SearchSource.MAX_TITLE));
        MarkdownText read = MarkdownText.of(markdown);
        search.write(title, new SearchText(read.plain(), read.sections(), List.of()));
        if (way == WAYS - 1) {
            findsByWordOf(title);
            return;
        }
        String body = read.plain();
        String asked = List.of(
                        title,
                        body.substring(0, Math.min(ASKED, body.length())),
                        body.substring(Math.max(0, body.length() - ASKED)))
                .get(way / PATHS.length);
        search.ask(PATHS[way % PATHS.length], asked).stream()
                .filter(hit -> hit.object().equals(FuzzedSearch.NOTE))
                .forEach(hit -> isOf(hit, title, body, read.sections()));
    }

    private void findsByWordOf(String title) {
        WORD.matcher(title)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .ifPresent(word -> assertThat(search.ask(FuzzedSearch.Asking.SEARCHED, word))
                        .as("%s of %s", word, title)
                        .anyMatch(hit -> hit.object().equals(FuzzedSearch.NOTE)));
    }

    /** A hit holds the text's own characters, and leads to the section that its first match stands in. */
    private static void isOf(SearchHit hit, String title, String body, List<TextSection> sections) {
        assertThat(hit.title().text()).isEqualTo(FuzzedText.stored(title));
        assertThat(FuzzedText.stored(body)).contains(hit.snippet().text());
        Optional.ofNullable(hit.anchor())
                .ifPresent(anchor ->
                        assertThat(sections).extracting(TextSection::anchor).contains(anchor));
    }
}
