// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.List;
import org.commonmark.parser.Parser;

/**
 * What a person reads of a Markdown text, without its marks. Takes linear time and little stack for every text.
 *
 * <p>Kept are the texts of links, of pictures (their alternative text), of code and of HTML. Left out are HTML's tags,
 * comments, scripts and styles, link targets and titles, lines that begin with {@code :::}, the marks of notes such as
 * {@code [!NOTE]}, and the ruling of tables.
 *
 * @param text the readable text; blocks, items and rows stand on lines of their own
 * @param sections what stands below its headings, in their order; none of them is blank
 */
public record PlainText(String text, List<Section> sections) {
    /** Copies the list. */
    public PlainText {
        sections = List.copyOf(sections);
    }

    /**
     * A part of a text that stands below a heading, up to the next heading.
     *
     * @param heading what the heading says, on one line
     * @param anchor what a link to it ends with, behind the {@code #}; no two of one text are equal
     * @param start where the heading begins in the text
     */
    public record Section(String heading, String anchor, int start) {}

    /** Returns what is to be read in CommonMark text without front matter. */
    public static PlainText of(String markdown) {
        MarkdownWalk walk = new MarkdownWalk();
        Parser parser = Parser.builder()
                .maxOpenBlockParsers(BoundedMarkdown.MAX_NESTING)
                .maxInlineNesting(BoundedMarkdown.MAX_NESTING)
                .build();
        walk.over(parser.parse(BoundedMarkdown.of(markdown)));
        return new PlainText(walk.plain(), walk.sections());
    }
}
