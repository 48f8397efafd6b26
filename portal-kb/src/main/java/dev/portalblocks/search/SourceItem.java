// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.spi.SearchChange;
import org.jspecify.annotations.Nullable;

/**
 * What a source gave, or how it failed.
 *
 * @param asked the object that it was asked for; null where it was asked for all
 * @param change what it gave
 * @param failure what it did instead; null where it gave something
 * @param isLast whether nothing follows
 */
record SourceItem(
        @Nullable ObjectRef asked,
        @Nullable SearchChange change,
        @Nullable String failure,
        boolean isLast) {
    /** A source that threw. */
    static final String THROWS = "search.source-throws";
    /** A source that does not come back. */
    static final String HANGS = "search.source-hangs";
    /** A source that gives what can't be. */
    static final String INVALID = "search.source-invalid";

    static SourceItem given(@Nullable ObjectRef asked, @Nullable SearchChange change) {
        return new SourceItem(asked, change, null, false);
    }

    static SourceItem failed(ObjectRef asked) {
        return new SourceItem(asked, null, THROWS, false);
    }

    static SourceItem end(@Nullable String failure) {
        return new SourceItem(null, null, failure, true);
    }
}
