// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.search.model.TextSection;
import java.util.List;
import org.commonmark.parser.Parser;

/**
 * What a search reads of a Markdown text. Takes linear time and little stack for every text.
 *
 * <p>Kept are the texts of links, of pictures (their alternative text), of code and of HTML. Left out are HTML's tags,
 * comments, scripts and styles, link targets and titles, lines that begin with {@code :::}, the marks of notes such as
 * {@code [!NOTE]}, and the ruling of tables.
 *
 * @param plain the readable text; blocks, items and rows stand on lines of their own
 * @param sections what stands below its headings, in their order; none of them is blank
 */
public record MarkdownText(String plain, List<TextSection> sections) {
    /** Copies the list. */
    public MarkdownText {
        sections = List.copyOf(sections);
    }

    /** Returns the texts of the headings, in their order, each on one line. */
    public List<String> headings() {
        return sections.stream().map(TextSection::heading).toList();
    }

    /** Returns what is to be read in CommonMark text without front matter. */
    public static MarkdownText of(String markdown) {
        MarkdownWalk walk = new MarkdownWalk();
        Parser parser = Parser.builder()
                .maxOpenBlockParsers(BoundedMarkdown.MAX_NESTING)
                .maxInlineNesting(BoundedMarkdown.MAX_NESTING)
                .build();
        walk.over(parser.parse(BoundedMarkdown.of(markdown)));
        return new MarkdownText(walk.plain(), walk.sections());
    }
}
