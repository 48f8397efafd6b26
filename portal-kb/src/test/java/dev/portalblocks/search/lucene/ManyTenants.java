// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.Visibility;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A process that keeps many tenants' indexes: its arguments are a directory and how many. It prints how many found their own
 * and nobody else's.
 */
final class ManyTenants {
    private ManyTenants() {}

    public static void main(String[] arguments) {
        int tenants = Integer.parseInt(arguments[1]);
        int right = 0;
        try (LuceneSearchIndex index = LuceneSearchIndex.in(Path.of(arguments[0]))) {
            for (int i = 0; i < tenants; i++) {
                List<SearchChange> changes = List.of(
                        Samples.german("shared", "Beitrag", "Der Beitrag ist jeden Monat fällig."),
                        Samples.german("own", "Kennwort" + i, "Was nur hier steht: Beitrag " + i));
                index.update(tenant(i), changes, Samples.at(1));
            }
            for (int i = 0; i < tenants; i++) {
                boolean isRight = found(index, i, "Beitrag") == 2
                        && found(index, i, "Kennwort" + i) == 1
                        && found(index, i, "\"Kennwort" + (i + 1) % tenants + "\"") == 0
                        && index.progress(tenant(i)).equals(java.util.Optional.of(Samples.at(1)));
                right += isRight ? 1 : 0;
            }
        }
        System.out.println("right " + right);
    }

    private static int found(LuceneSearchIndex index, int tenant, String text) {
        Scope everything = Scope.wholeTenant(tenant(tenant));
        Visibility visible =
                Samples.NOBODY.within(Map.of("article", everything)).without(position -> Set.of());
        IndexQuery query = Samples.german(text).seeing(visible);
        return index.search(tenant(tenant), query, null, 10).hits().size();
    }

    private static TenantId tenant(int number) {
        return TenantId.of("tenant-" + number);
    }
}
