// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.event.LogPosition;
import java.util.Set;

/**
 * How far a tenant's index has come.
 *
 * @param position where in the log it stands
 * @param types the kinds of objects that it was built from
 */
public record IndexProgress(LogPosition position, Set<String> types) {
    /** Copies the types. */
    public IndexProgress {
        types = Set.copyOf(types);
    }
}
