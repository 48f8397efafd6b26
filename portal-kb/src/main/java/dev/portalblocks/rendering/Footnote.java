// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;

/** What stands at the end of a page, under the label that the text refers to it by. */
final class Footnote extends CustomBlock {
    private final String label;

    Footnote(String label) {
        this.label = label;
    }

    String label() {
        return label;
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
