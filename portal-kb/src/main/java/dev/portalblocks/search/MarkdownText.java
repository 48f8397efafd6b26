// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import java.util.List;
import org.commonmark.parser.Parser;

/**
 * What a search reads of a Markdown text. Takes linear time and little stack for every text.
 *
 * <p>Kept are the texts of links, of pictures (their alternative text), of code and of HTML. Left out are HTML's tags,
 * comments, scripts and styles, link targets and titles, lines that begin with {@code :::}, the marks of notes such as
 * {@code [!NOTE]}, and the ruling of tables.
 *
 * @param headings the texts of the headings, in their order, each on one line and none blank
 * @param plain the readable text; blocks, items and rows stand on lines of their own
 */
public record MarkdownText(List<String> headings, String plain) {
    /** Copies the list. */
    public MarkdownText {
        headings = List.copyOf(headings);
    }

    /** Returns what is to be read in CommonMark text without front matter. */
    public static MarkdownText of(String markdown) {
        MarkdownWalk walk = new MarkdownWalk();
        Parser parser = Parser.builder()
                .maxOpenBlockParsers(BoundedMarkdown.MAX_NESTING)
                .maxInlineNesting(BoundedMarkdown.MAX_NESTING)
                .build();
        walk.over(parser.parse(BoundedMarkdown.of(markdown)));
        return new MarkdownText(walk.headings(), walk.plain());
    }
}
