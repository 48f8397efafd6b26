// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import org.commonmark.node.CustomNode;

/** A place in a heading that links lead to: shown as an anchor, and read as nothing. */
final class AnchorMark extends CustomNode {
    private final String name;

    AnchorMark(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
