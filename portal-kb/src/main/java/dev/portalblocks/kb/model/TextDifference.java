// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import java.util.List;

/**
 * How two texts of one language differ, word by word. A text that is on one side only was added or removed as a whole.
 *
 * @param title how the titles differ
 * @param body how the bodies differ
 */
public record TextDifference(List<TextPiece> title, List<TextPiece> body) {
    /** Copies the lists; empty when JSON names none. */
    public TextDifference {
        title = title == null ? List.of() : List.copyOf(title);
        body = body == null ? List.of() : List.copyOf(body);
    }
}
