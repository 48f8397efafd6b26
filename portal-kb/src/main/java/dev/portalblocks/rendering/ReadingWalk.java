// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Collects the readable text of a parsed text, and its headings, node by node without recursion; for one use. */
final class ReadingWalk {
    private final Lines out = new Lines();
    private final List<Found> found = new ArrayList<>();
    private int headingStart;

    private ReadingWalk() {}

    /** A heading that says something, and where it begins in what was collected. */
    private record Found(Heading node, String text, int start, String chosen) {}

    /**
     * A heading with its anchors.
     *
     * @param node the heading
     * @param text what it says, on one line
     * @param start where it begins in the readable text
     * @param anchors what links to it end with
     */
    record Titled(Heading node, String text, int start, Anchors.Given anchors) {}

    /**
     * What was read.
     *
     * @param text the readable text
     * @param headings the headings that say something, but for those in footnotes
     */
    record Read(String text, List<Titled> headings) {}

    /** Reads a tidied tree. */
    static Read over(Node root) {
        ReadingWalk walk = new ReadingWalk();
        Node node = root;
        while (node != null) {
            walk.enter(node);
            Node next = node.getFirstChild();
            while (next == null && node != null) {
                walk.leave(node);
                next = node.getNext();
                node = node.getParent();
            }
            node = next;
        }
        return walk.read();
    }

    private Read read() {
        List<Anchors.Given> anchors = Anchors.of(found.stream()
                .map(each -> new Anchors.Asked(each.text(), each.node().getLevel(), each.chosen()))
                .toList());
        int before = out.indent();
        List<Titled> headings = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found each = found.get(i);
            headings.add(new Titled(each.node(), each.text(), each.start() - before, anchors.get(i)));
        }
        return new Read(out.text(), headings);
    }

    private void enter(Node node) {
        if (node instanceof Block) {
            out.newLine();
            headingStart = out.length();
        }
        if (node instanceof SoftLineBreak) {
            out.space();
        } else if (node instanceof HardLineBreak) {
            out.newLine();
        } else if (node instanceof HtmlBlock html) {
            out.add(HtmlText.of(html.getLiteral()).strip());
        } else if (node instanceof FencedCodeBlock code) {
            out.add(code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            out.add(code.getLiteral());
        } else if (node instanceof Media media) {
            out.add(media.attribute("title"));
            out.newLine();
        } else {
            inline(node);
        }
    }

    private void inline(Node node) {
        if (node instanceof Text text) {
            out.add(text.getLiteral());
        } else if (node instanceof Code code) {
            out.add(code.getLiteral());
        } else if (node instanceof HtmlInline html) {
            out.add(HtmlText.of(html.getLiteral()));
        } else if (node instanceof TableRow) {
            out.newLine();
            out.add("  ");
        } else if (node instanceof TableCell && node.getPrevious() != null) {
            out.add("   ");
        }
    }

    private void leave(Node node) {
        if (node instanceof Heading heading && !isInFootnote(heading)) {
            String written = out.since(headingStart);
            String text = written.replace('\n', ' ').strip();
            if (!text.isEmpty()) {
                int start =
                        headingStart + written.length() - written.stripLeading().length();
                String chosen = heading.getLastChild() instanceof AnchorMark mark ? mark.name() : "";
                found.add(new Found(heading, text, start, chosen));
            }
        }
        if (node instanceof Block) {
            out.newLine();
        }
    }

    private static boolean isInFootnote(Node node) {
        Node up = node.getParent();
        while (up != null && !(up instanceof Footnote)) {
            up = up.getParent();
        }
        return up != null;
    }
}
