// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.rendering.PlainText;
import dev.portalblocks.search.model.TextSection;
import java.util.List;

/**
 * What a search reads of a Markdown text: its {@link PlainText}. Takes linear time and little stack for every text.
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
        PlainText read = PlainText.of(markdown);
        return new MarkdownText(
                read.text(),
                read.sections().stream()
                        .map(section -> new TextSection(section.heading(), section.anchor(), section.start()))
                        .toList());
    }
}
