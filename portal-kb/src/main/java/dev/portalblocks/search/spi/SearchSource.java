// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.util.function.Consumer;

/**
 * Something that publishes what can be found: a block of ours, or the host.
 *
 * <p>It reads its objects as they are now, not as an event tells. It is called on threads of the search, outside of any transaction,
 * and each object may take it a second. Where it throws, takes longer, or gives what can't be (null, another object than was asked
 * for, a document for nobody, more text than there may be), the index keeps what it last had of it, except what was withdrawn,
 * other sources go on, and {@code Portal.health()} names it: {@code search.source-throws}, {@code -hangs}, {@code -invalid}. It is
 * asked again for all that it owes, after a second at first and half a minute at most. Thread-safe.
 */
public interface SearchSource {
    /** The most characters of a title, and of a tag. */
    int MAX_TITLE = 1_000;
    /** The most characters of a body. */
    int MAX_BODY = 10_000_000;
    /** The most tags of a document. */
    int MAX_TAGS = 1_000;

    /** Returns the type of its objects, {@code article}; any but {@code customer}, which stands for whose documents are. */
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
