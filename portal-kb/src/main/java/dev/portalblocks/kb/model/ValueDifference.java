// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import java.util.List;

/**
 * How two collections of names differ.
 *
 * @param removed what the first has and the second has not
 * @param added what the second has and the first has not
 */
public record ValueDifference(List<String> removed, List<String> added) {
    /** Copies the lists; empty when JSON names none. */
    public ValueDifference {
        removed = removed == null ? List.of() : List.copyOf(removed);
        added = added == null ? List.of() : List.copyOf(added);
    }
}
