// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.Visibility;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What a reader sees of one state of a tenant's index. Readers who see the same are equal.
 *
 * @param kinds what of each kind of object; nothing of a kind that is not named
 * @param time the time, as {@link Times#lastChange}
 * @param withdrawn what nobody sees any more: objects, and customers with all that is theirs
 */
record Readership(Map<String, Seen> kinds, long time, Set<ObjectRef> withdrawn) {
    Readership {
        kinds = Map.copyOf(kinds);
        withdrawn = Set.copyOf(withdrawn);
    }

    /**
     * What a reader sees of a kind of object.
     *
     * @param audiences what is for these
     * @param customers of what is a customer's own, what is theirs
     */
    record Seen(Bound<Audience> audiences, Bound<CustomerId> customers) {}

    /** Translates the scopes for a state of an index that stands here, of which only those for what is published of this tenant show anything. */
    static Readership of(TenantId tenant, Visibility visible, Times times, LogPosition position) {
        Map<String, Seen> kinds = new HashMap<>();
        visible.scopes().forEach((type, scope) -> {
            if (scope.tenant().equals(tenant) && scope.states().admits(Permission.PUBLISHED)) {
                kinds.put(type, new Seen(scope.audiences(), scope.customers()));
            }
        });
        return new Readership(
                kinds, times.lastChange(visible.now()), visible.withdrawn().since(position));
    }

    /** Returns what the same reader sees at another time. */
    Readership at(long other) {
        return new Readership(kinds, other, withdrawn);
    }

    /** Returns what the same reader sees while this is withdrawn. */
    Readership without(Set<ObjectRef> subjects) {
        return new Readership(kinds, time, subjects);
    }

    /** Returns the documents that are seen: of one of these kinds, for one of the audiences and of one of the owners of that kind. */
    Query documents() {
        Map<Seen, Set<String>> types = new HashMap<>();
        kinds.forEach((type, seen) ->
                types.computeIfAbsent(seen, ignored -> new HashSet<>()).add(type));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        types.forEach((seen, names) -> any.add(
                new BooleanQuery.Builder()
                        .add(Readers.ofTypes(names), Occur.FILTER)
                        .add(Readers.of(seen.audiences()), Occur.FILTER)
                        .add(Readers.ofOwners(seen.customers()), Occur.FILTER)
                        .build(),
                Occur.SHOULD));
        BooleanQuery.Builder seen = new BooleanQuery.Builder().add(any.build(), Occur.FILTER);
        Times.addShown(seen, time);
        if (!withdrawn.isEmpty()) {
            seen.add(Readers.ofAny(withdrawn), Occur.MUST_NOT);
        }
        return seen.build();
    }
}
