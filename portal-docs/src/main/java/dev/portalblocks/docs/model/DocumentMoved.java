// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A document stands in another folder.
 *
 * @param document which document
 * @param customer whose vault
 * @param folder in which folder; null at the top
 * @param version its version since
 */
public record DocumentMoved(
        DocumentId document, CustomerId customer, @Nullable FolderId folder, long version) {
    /** The type of this event. */
    public static final EventType<DocumentMoved> TYPE =
            new EventType<>("portalblocks.docs.document-moved.v1", DocumentMoved.class);
}
