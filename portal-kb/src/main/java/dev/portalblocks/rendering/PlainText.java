// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.List;

/**
 * What a person reads of a Markdown text, without its marks. Takes linear time and little stack for every text.
 *
 * <p>Kept are the texts of links, of pictures (their alternative text), of code and of HTML, footnotes, and the title and transcript
 * of videos and sounds. Left out are HTML's tags, comments, scripts and styles, link targets and titles, other lines that begin
 * with {@code :::}, the marks of callouts such as {@code [!NOTE]}, and the ruling of tables.
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
        ReadingWalk.Read read = ReadingWalk.over(ParsedMarkdown.of(markdown));
        return new PlainText(
                read.text(),
                read.headings().stream()
                        .map(each -> new Section(each.text(), each.anchors().anchor(), each.start()))
                        .toList());
    }
}
