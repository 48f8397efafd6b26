// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;
import java.util.Set;

/**
 * What readers were deprived of behind a position in a tenant's log.
 *
 * @param subjects what the withdrawals are about: objects, and customers of whom nothing is shown any more
 * @param isIncomplete whether there may be others: the position is none of this log's, or there are too many
 */
public record Withdrawals(Set<ObjectRef> subjects, boolean isIncomplete) {
    /** Copies the set. */
    public Withdrawals {
        subjects = Set.copyOf(subjects);
    }
}
