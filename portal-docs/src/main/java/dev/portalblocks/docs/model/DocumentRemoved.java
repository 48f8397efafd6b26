// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * A document was removed with all of its versions.
 *
 * @param document which document
 * @param customer whose vault
 */
public record DocumentRemoved(DocumentId document, CustomerId customer) {
    /** The type of this event. */
    public static final EventType<DocumentRemoved> TYPE =
            new EventType<>("portalblocks.docs.document-removed.v1", DocumentRemoved.class);
}
