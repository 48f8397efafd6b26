// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects the readable text of a parsed Markdown text, node by node without recursion; for one use. */
final class MarkdownWalk {
    private static final Set<String> NOTE_MARKS =
            Set.of("[!note]", "[!tip]", "[!important]", "[!warning]", "[!caution]");

    private final Lines out = new Lines();
    private final Anchors anchors = new Anchors();
    private final List<PlainText.Section> sections = new ArrayList<>();
    private int headingStart;
    private boolean lineStart;
    private boolean directive;
    private boolean table;

    void over(Node root) {
        Node node = root;
        while (node != null) {
            enter(node);
            Node next = node.getFirstChild();
            while (next == null && node != null) {
                leave(node);
                next = node.getNext();
                node = node.getParent();
            }
            node = next;
        }
    }

    String plain() {
        return out.text();
    }

    List<PlainText.Section> sections() {
        int before = out.indent();
        return sections.stream()
                .map(section -> new PlainText.Section(section.heading(), section.anchor(), section.start() - before))
                .toList();
    }

    private void enter(Node node) {
        if (node instanceof Block) {
            out.newLine();
            headingStart = out.length();
            lineStart = true;
            directive = false;
            table = node instanceof Paragraph && isTable(node);
        }
        if (node instanceof SoftLineBreak) {
            breakLine(table);
        } else if (node instanceof HardLineBreak) {
            breakLine(true);
        } else if (node instanceof HtmlBlock html) {
            out.add(HtmlText.of(html.getLiteral()).strip());
        } else if (node instanceof FencedCodeBlock code) {
            out.add(code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            out.add(code.getLiteral());
        } else {
            inline(node);
        }
    }

    private void inline(Node node) {
        if (node instanceof Text text) {
            directive |= lineStart && text.getLiteral().startsWith(":::");
            boolean mark = lineStart && isNoteMark(text);
            lineStart = false;
            if (!directive && !mark && !(table && isRuling(text))) {
                out.add(table ? text.getLiteral().replace('|', ' ') : text.getLiteral());
            }
        } else if (node instanceof Code code && !directive) {
            out.add(code.getLiteral());
            lineStart = false;
        } else if (node instanceof HtmlInline html && !directive) {
            out.add(HtmlText.of(html.getLiteral()));
        }
    }

    private void leave(Node node) {
        if (node instanceof Heading) {
            String written = out.since(headingStart);
            String heading = written.replace('\n', ' ').strip();
            if (!heading.isEmpty()) {
                int start =
                        headingStart + written.length() - written.stripLeading().length();
                sections.add(new PlainText.Section(heading, anchors.of(heading), start));
            }
        }
        if (node instanceof Block) {
            out.newLine();
        }
    }

    private void breakLine(boolean hard) {
        if (hard) {
            out.newLine();
        } else {
            out.space();
        }
        lineStart = true;
        directive = false;
    }

    private static boolean isNoteMark(Text text) {
        Node paragraph = text.getParent();
        return paragraph != null
                && paragraph.getParent() instanceof BlockQuote
                && text.getLiteral().length() <= 20
                && NOTE_MARKS.contains(text.getLiteral().strip().toLowerCase(Locale.ROOT));
    }

    /** A table, here without the extension for them, is a paragraph whose second line rules its columns. */
    private static boolean isTable(Node paragraph) {
        Node node = paragraph.getFirstChild();
        while (node != null && !(node instanceof SoftLineBreak)) {
            node = node.getNext();
        }
        return node != null && node.getNext() instanceof Text second && isRuling(second);
    }

    private static boolean isRuling(Text text) {
        String line = text.getLiteral();
        return line.indexOf('|') >= 0
                && line.indexOf('-') >= 0
                && line.chars().allMatch(c -> c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t');
    }
}
