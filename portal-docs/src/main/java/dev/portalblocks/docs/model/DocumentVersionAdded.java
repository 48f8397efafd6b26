// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A document has a new version of its bytes.
 *
 * @param document which document
 * @param customer whose vault
 * @param number the number of the version
 * @param restoredFrom the number of the version that it brought back; null when its bytes were handed in
 * @param version its version since
 */
public record DocumentVersionAdded(
        DocumentId document,
        CustomerId customer,
        int number,
        @Nullable Integer restoredFrom,
        long version) {
    /** The type of this event. */
    public static final EventType<DocumentVersionAdded> TYPE =
            new EventType<>("portalblocks.docs.document-version-added.v1", DocumentVersionAdded.class);
}
