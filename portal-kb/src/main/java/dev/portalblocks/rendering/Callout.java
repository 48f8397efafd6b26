// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A quotation that begins with a mark such as {@code [!NOTE]} alone on its line: a note set apart from the text. */
final class Callout extends CustomBlock {
    /** The marks, as editors know them, and as German authors write them. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("[!note]", "note"),
            Map.entry("[!hinweis]", "note"),
            Map.entry("[!tip]", "tip"),
            Map.entry("[!tipp]", "tip"),
            Map.entry("[!important]", "important"),
            Map.entry("[!wichtig]", "important"),
            Map.entry("[!warning]", "warning"),
            Map.entry("[!warnung]", "warning"),
            Map.entry("[!caution]", "caution"),
            Map.entry("[!vorsicht]", "caution"),
            Map.entry("[!achtung]", "caution"));

    private static final int LONGEST = 20;

    private final String kind;

    private Callout(String kind) {
        this.kind = kind;
    }

    /** Returns {@code note}, {@code tip}, {@code important}, {@code warning} or {@code caution}. */
    String kind() {
        return kind;
    }

    /** Puts a callout in the quotation's place, where it begins with a mark; returns it, else the quotation. */
    static Node inPlaceOf(BlockQuote quote) {
        return mark(quote).map(mark -> moved(quote, mark)).orElse(quote);
    }

    private static Optional<Text> mark(BlockQuote quote) {
        return quote.getFirstChild() instanceof Paragraph first
                        && first.getFirstChild() instanceof Text text
                        && text.getLiteral().length() <= LONGEST
                        && KINDS.containsKey(literal(text))
                        && (text.getNext() == null || isBreak(text.getNext()))
                ? Optional.of(text)
                : Optional.empty();
    }

    private static Node moved(BlockQuote quote, Text mark) {
        Callout callout = new Callout(KINDS.getOrDefault(literal(mark), "note"));
        Node paragraph = mark.getParent();
        if (mark.getNext() == null) {
            paragraph.unlink();
        } else {
            mark.getNext().unlink();
            mark.unlink();
        }
        Node child = quote.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            callout.appendChild(child);
            child = next;
        }
        quote.insertBefore(callout);
        quote.unlink();
        return callout;
    }

    private static boolean isBreak(Node node) {
        return node instanceof SoftLineBreak || node instanceof HardLineBreak;
    }

    private static String literal(Text mark) {
        return mark.getLiteral().strip().toLowerCase(Locale.ROOT);
    }
}
