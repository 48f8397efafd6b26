// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a parsed text becomes before anybody reads it: quotations with a mark become callouts, {@code {#anchor}} at the end of a
 * heading its anchor, and lines that begin with {@code :::} go, which are for other tools. For one use.
 */
final class Tidying {
    private static final Pattern CHOSEN =
            Pattern.compile("[ \\t]*+\\{#([\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,79})\\}[ \\t]*+$");
    private static final int LONGEST_CHOSEN = 100;
    /** What links may say together beside the text's own length, as a short text may use a long address often. */
    private static final int ADDRESSES = 100_000;

    /** No address: a link's text stays. */
    private static final String NOWHERE = ":";

    private long left;

    private Tidying(int length) {
        left = (long) length + ADDRESSES;
    }

    /** Tidies the tree of a text of this length. */
    static void of(Node root, int length) {
        Tidying tidying = new Tidying(length);
        Node node = root;
        while (node != null) {
            node = tidying.tidied(node);
        }
    }

    /** Returns the node to go on with. */
    private @Nullable Node tidied(Node node) {
        if (node instanceof BlockQuote quote) {
            return Tree.after(Callout.inPlaceOf(quote));
        }
        if (node instanceof Text text && beginsLine(text) && text.getLiteral().startsWith(":::")) {
            return withoutLine(text);
        }
        if (node instanceof Heading heading && heading.getLastChild() instanceof Text last) {
            chosen(heading, last);
        } else if (node instanceof Link link) {
            link.setDestination(within(link.getDestination(), link.getTitle()));
        } else if (node instanceof Image image) {
            image.setDestination(within(image.getDestination(), image.getTitle()));
        }
        return Tree.after(node);
    }

    private static boolean beginsLine(Text text) {
        Node before = text.getPrevious();
        Node parent = text.getParent();
        return (parent instanceof Paragraph || parent instanceof Heading)
                && (before == null || before instanceof SoftLineBreak || before instanceof HardLineBreak);
    }

    private static @Nullable Node withoutLine(Text start) {
        Node block = start.getParent();
        Node node = start;
        boolean ended = false;
        while (node != null && !ended) {
            ended = node instanceof SoftLineBreak || node instanceof HardLineBreak;
            Node next = node.getNext();
            node.unlink();
            node = next;
        }
        if (node != null) {
            return node;
        }
        while (block.getLastChild() instanceof SoftLineBreak || block.getLastChild() instanceof HardLineBreak) {
            block.getLastChild().unlink();
        }
        Node next = Tree.behind(block);
        if (block.getFirstChild() == null) {
            block.unlink();
        }
        return next;
    }

    private static void chosen(Heading heading, Text last) {
        String literal = last.getLiteral();
        int from = Math.max(0, literal.length() - LONGEST_CHOSEN);
        Matcher chosen = CHOSEN.matcher(literal).region(from, literal.length());
        if (literal.endsWith("}") && chosen.find()) {
            last.setLiteral(literal.substring(0, chosen.start()));
            heading.appendChild(new AnchorMark(chosen.group(1)));
        }
    }

    private String within(String destination, @Nullable String title) {
        left -= destination.length() + (title == null ? 0 : title.length());
        return left < 0 ? NOWHERE : destination;
    }
}
