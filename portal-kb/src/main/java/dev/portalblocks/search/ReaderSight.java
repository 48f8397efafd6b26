// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.search.spi.SearchSource;
import dev.portalblocks.search.spi.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What a reader sees of the sources, as an operation's own transaction has it. */
final class ReaderSight {
    private final Map<String, Permission> permissions;
    private final LogFollower follower;

    ReaderSight(List<SearchSource> sources, LogFollower follower) {
        this.permissions = sources.stream()
                .collect(Collectors.toUnmodifiableMap(SearchSource::objectType, SearchSource::permission));
        this.follower = follower;
    }

    /** Returns what the operation's actor sees, now: the log is asked once for each position, however often the index looks. */
    Visibility of(OperationContext context) {
        Map<LogPosition, Set<ObjectRef>> told = new ConcurrentHashMap<>();
        return new Visibility(
                scopes(context),
                context.now(),
                position -> told.computeIfAbsent(position, ignored -> withdrawn(context, position)));
    }

    /** What this search's own transaction sees as committed, whether the index has taken it or not. */
    private Set<ObjectRef> withdrawn(OperationContext context, LogPosition position) {
        Withdrawals withdrawals =
                follower.withdrawals(context.tx(), context.scope().tenant(), position);
        if (withdrawals.isIncomplete()) {
            throw new PortalException.StorageFailure("search.index-behind", true, null);
        }
        return withdrawals.subjects();
    }

    /** A source that the reader may not read is not searched; the others no further than both permissions reach. */
    private Map<String, Scope> scopes(OperationContext context) {
        Map<String, Scope> scopes = new HashMap<>();
        permissions.forEach((type, permission) -> context.scopeOf(permission)
                .ifPresent(own -> scopes.put(type, context.scope().and(own))));
        return scopes;
    }
}
