// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.ObjectRef;
import java.util.Set;

/**
 * How far a tenant's index has come. An engine keeps it as it is.
 *
 * @param position where in the log it stands
 * @param types the kinds of objects that it was built from; of others it has what was there before, if anything
 * @param owed objects that could not be read since: it has what they were before
 */
public record IndexProgress(LogPosition position, Set<String> types, Set<ObjectRef> owed) {
    /** Copies the sets. */
    public IndexProgress {
        types = Set.copyOf(types);
        owed = Set.copyOf(owed);
    }

    /** An index that owes nothing. */
    public IndexProgress(LogPosition position, Set<String> types) {
        this(position, types, Set.of());
    }
}
