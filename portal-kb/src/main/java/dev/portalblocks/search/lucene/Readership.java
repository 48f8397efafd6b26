// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What a reader sees of a tenant's index. Readers who see the same are equal.
 *
 * @param audiences for whom that is, by kind of object; nothing of a kind that is not named
 */
record Readership(Map<String, Bound<Audience>> audiences) {
    Readership {
        audiences = Map.copyOf(audiences);
    }

    /** Translates the scopes, of which only those for what is published of this tenant show anything. */
    static Readership of(TenantId tenant, Map<String, Scope> scopes) {
        Map<String, Bound<Audience>> audiences = new HashMap<>();
        scopes.forEach((type, scope) -> {
            if (scope.tenant().equals(tenant) && scope.states().admits(Permission.PUBLISHED)) {
                audiences.put(type, scope.audiences());
            }
        });
        return new Readership(audiences);
    }

    /** Returns the documents that are seen: of one of these kinds, and for one of the audiences of that kind. */
    Query documents() {
        Map<Bound<Audience>, Set<String>> types = new HashMap<>();
        audiences.forEach((type, readers) ->
                types.computeIfAbsent(readers, ignored -> new HashSet<>()).add(type));
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        types.forEach((readers, kinds) -> any.add(
                new BooleanQuery.Builder()
                        .add(Readers.ofTypes(kinds), Occur.FILTER)
                        .add(Readers.of(readers), Occur.FILTER)
                        .build(),
                Occur.SHOULD));
        return any.build();
    }
}
