// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.ObjectRef;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What of an index a reader sees.
 *
 * @param scopes how far the reader sees, by kind of object; nothing of a kind that is not named
 * @param now when that is
 * @param withdrawn what the log says has been withdrawn since
 */
public record Visibility(Map<String, Scope> scopes, Instant now, Withdrawn withdrawn) {
    /** Copies the map. */
    public Visibility {
        scopes = Map.copyOf(scopes);
    }

    /** Returns this for a reader who sees that far. */
    public Visibility within(Map<String, Scope> reach) {
        return new Visibility(reach, now, withdrawn);
    }

    /** Returns this for what the log says. */
    public Visibility without(Withdrawn since) {
        return new Visibility(scopes, now, since);
    }

    /** What the log says has been withdrawn. */
    @FunctionalInterface
    public interface Withdrawn {
        /**
         * Returns what has been withdrawn behind this position: objects, and customers of whom nothing is shown any more. An
         * index asks for the position of the state that it searches, each time.
         *
         * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code search.index-behind} when that can't be told
         */
        Set<ObjectRef> since(LogPosition position);
    }
}
