// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.function.Consumer;

/** A source that has nothing: tests write what is of its kind into the index by themselves. */
public record EmptySource(String objectType, Permission permission) implements SearchSource {
    @Override
    public SearchChange read(TenantId tenant, ObjectRef object) {
        return new SearchChange(object, List.of());
    }

    @Override
    public void readAll(TenantId tenant, Consumer<SearchChange> target) {
        // it has none
    }
}
