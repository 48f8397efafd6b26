// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.DocumentVersionAdded;
import dev.portalblocks.docs.model.Folder;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.docs.spi.StoredFolder;

/** What is stored, as callers get it and as events name it. */
final class VaultViews {
    private VaultViews() {}

    static Folder view(StoredFolder folder) {
        return new Folder(
                folder.id(), folder.customer(), folder.parent(), folder.name(), folder.version(), folder.changedAt());
    }

    static Document view(StoredDocument document) {
        return new Document(
                document.id(),
                document.customer(),
                document.folder(),
                document.name(),
                document.current(),
                document.version(),
                document.addedAt(),
                document.changedAt());
    }

    static ObjectRef ref(FolderId id) {
        return ObjectRef.of("folder", id);
    }

    static ObjectRef ref(DocumentId id) {
        return ObjectRef.of("document", id);
    }

    /** Returns what holds the bytes of one version. */
    static ObjectRef ref(DocumentId id, int version) {
        return ObjectRef.of("document-version", id + "." + version);
    }

    /** Returns the lane of everything that happens in a customer's vault. */
    static ObjectRef lane(CustomerId customer) {
        return ObjectRef.of(CustomerId.OBJECT_TYPE, customer);
    }

    static void reportVersion(OperationContext context, StoredDocument document) {
        DocumentVersion current = document.current();
        context.emit(
                DocumentVersionAdded.TYPE,
                ref(document.id()),
                lane(document.customer()),
                new DocumentVersionAdded(
                        document.id(),
                        document.customer(),
                        current.number(),
                        current.restoredFrom(),
                        document.version()));
    }
}
