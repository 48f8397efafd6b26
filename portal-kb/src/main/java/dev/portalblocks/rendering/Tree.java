// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Goes through the nodes of a text in its order, without recursion. */
final class Tree {
    private Tree() {}

    /** Returns the node that follows, inside this one first; null behind the last. */
    static @Nullable Node after(Node node) {
        return node.getFirstChild() == null ? behind(node) : node.getFirstChild();
    }

    /** Returns the node that follows this one and all that is inside it. */
    static @Nullable Node behind(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up.getNext() != null) {
                return up.getNext();
            }
        }
        return null;
    }
}
