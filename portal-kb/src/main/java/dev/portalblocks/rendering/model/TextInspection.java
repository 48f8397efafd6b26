// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering.model;

import java.util.List;

/**
 * What a text refers to, and what is wrong with it.
 *
 * @param references all that it refers to, in its order
 * @param findings what is wrong, in its order; empty for a text that everybody can read
 */
public record TextInspection(List<TextReference> references, List<TextFinding> findings) {
    /** Copies the lists. */
    public TextInspection {
        references = List.copyOf(references);
        findings = List.copyOf(findings);
    }
}
