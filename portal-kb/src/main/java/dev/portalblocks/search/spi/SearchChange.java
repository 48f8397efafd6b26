// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import java.util.List;

/**
 * What an object looks like from now on.
 *
 * @param object which object; a customer stands for all documents that are this customer's own
 * @param documents one for each language; empty when nothing of it is published, and always for a customer
 */
public record SearchChange(ObjectRef object, List<SearchDocument> documents) {
    /** Copies the documents. */
    public SearchChange {
        documents = List.copyOf(documents);
    }
}
