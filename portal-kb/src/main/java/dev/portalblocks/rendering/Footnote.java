// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;

/** What stands at the end of a page, under the label that the text refers to it by. */
final class Footnote extends CustomBlock {
    private final String label;

    Footnote(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Takes out the footnotes that nothing on the page refers to, as a page doesn't show them. */
    static void dropUnused(Node root) {
        Map<Node, Set<Footnote>> references = new HashMap<>();
        Set<Footnote> all = new HashSet<>();
        Node within = root; // footnotes stand in the text itself
        for (Node node = root; node != null; node = Tree.after(node)) {
            if (node.getParent() == root) {
                within = node instanceof Footnote ? node : root;
            }
            if (node instanceof Footnote footnote) {
                all.add(footnote);
            } else if (node instanceof Reference reference) {
                references
                        .computeIfAbsent(within, each -> new LinkedHashSet<>())
                        .add(reference.footnote());
            }
        }
        Deque<Node> toRead = new ArrayDeque<>(List.of(root));
        while (!toRead.isEmpty()) {
            references.getOrDefault(toRead.pop(), Set.of()).stream()
                    .filter(all::remove)
                    .forEach(toRead::push);
        }
        all.forEach(Node::unlink);
    }

    /** A place in the text that refers to a footnote. */
    static final class Reference extends CustomNode {
        private final Footnote footnote;

        Reference(Footnote footnote) {
            this.footnote = footnote;
        }

        Footnote footnote() {
            return footnote;
        }
    }
}
