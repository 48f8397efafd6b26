// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The one way in which Markdown is parsed, for whatever is to become of it. */
final class ParsedMarkdown {
    private static final Parser PARSER = parser(IncludeSourceSpans.NONE);
    private static final Parser WITH_LINES = parser(IncludeSourceSpans.BLOCKS_AND_INLINES);

    private ParsedMarkdown() {}

    /** Returns the text as a tree that nobody else has, in linear time, and never deeper than the limits. */
    static Node of(String markdown) {
        return parsed(PARSER, markdown);
    }

    /** Returns the tree with the places of its nodes in the text. */
    static Node withLines(String markdown) {
        return parsed(WITH_LINES, markdown);
    }

    private static Node parsed(Parser parser, String markdown) {
        Node root = parser.parse(BoundedMarkdown.of(markdown));
        Tidying.of(root, markdown.length());
        Footnote.dropUnused(root);
        return root;
    }

    private static Parser parser(IncludeSourceSpans spans) {
        return Parser.builder()
                .extensions(List.of(
                        TablesExtension.builder().maxCells(Integer.MAX_VALUE).build(), // see BoundedMarkdown
                        StrikethroughExtension.create(),
                        TaskListItemsExtension.create()))
                .customBlockParserFactory(new MediaParser.Factory())
                .customBlockParserFactory(new FootnoteParser.Factory())
                .linkProcessor(new FootnoteParser.References())
                .maxOpenBlockParsers(BoundedMarkdown.MAX_NESTING)
                .maxInlineNesting(BoundedMarkdown.MAX_NESTING)
                .includeSourceSpans(spans)
                .build();
    }
}
