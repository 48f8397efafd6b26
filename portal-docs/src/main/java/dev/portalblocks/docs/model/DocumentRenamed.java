// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * A document has another name.
 *
 * @param document which document
 * @param customer whose vault
 * @param version its version since
 */
public record DocumentRenamed(DocumentId document, CustomerId customer, long version) {
    /** The type of this event. */
    public static final EventType<DocumentRenamed> TYPE =
            new EventType<>("portalblocks.docs.document-renamed.v1", DocumentRenamed.class);
}
