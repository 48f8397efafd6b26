// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.util.function.Consumer;

/**
 * Something that publishes what can be found: a block of ours, or the host.
 *
 * <p>It reads its objects as they are now, not as an event tells. Thread-safe.
 */
public interface SearchSource {
    /** Returns the type of its objects, {@code article}. */
    String objectType();

    /**
     * Returns what a reader needs to read its objects. Who is denied it finds none of them, and the others find what both
     * this permission and that of searching let them see.
     */
    Permission permission();

    /** Returns what readers may find of this object now; without documents when that is nothing. */
    SearchChange read(TenantId tenant, ObjectRef object);

    /** Hands over every object of which readers may find something now. */
    void readAll(TenantId tenant, Consumer<SearchChange> target);
}
