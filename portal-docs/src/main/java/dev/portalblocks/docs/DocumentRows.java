// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.docs.spi.StoredVersion;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.docs.spi.VersionStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents within an actor's reach. Locks are taken in one order everywhere, content before folder before document,
 * so that no two operations wait for each other.
 */
final class DocumentRows {
    /** How many versions a document has at most. */
    static final int MAX_VERSIONS = 1_000;

    private final DocumentStore documents;
    private final VersionStore versions;

    DocumentRows(VaultStorage storage) {
        documents = storage.documents();
        versions = storage.versions();
    }

    StoredDocument find(OperationContext context, DocumentId id) {
        return documents.find(context.tx(), context.scope(), id).orElseThrow(DocumentRows::notFound);
    }

    DocumentVersion findVersion(OperationContext context, DocumentId id, int number) {
        return versions.find(context.tx(), context.scope(), id, number)
                .map(StoredVersion::version)
                .orElseThrow(() -> new PortalException.NotFound("document-version"));
    }

    StoredDocument lock(OperationContext context, DocumentId id, @Nullable Long expectedVersion) {
        StoredDocument document =
                documents.findForUpdate(context.tx(), context.scope(), id).orElseThrow(DocumentRows::notFound);
        requireVersion(document, expectedVersion);
        context.about(VaultViews.ref(id), document.customer());
        return document;
    }

    static void requireVersion(StoredDocument document, @Nullable Long expected) {
        if (expected != null && expected != document.version()) {
            throw versionConflict();
        }
    }

    /** Adds a document with its first version. */
    void add(OperationContext context, StoredDocument document) {
        if (!documents.insert(context.tx(), document)) {
            throw new PortalException.Conflict("document.duplicate");
        }
        addVersion(context, document);
        context.about(VaultViews.ref(document.id()), document.customer());
    }

    /** Replaces a locked document. */
    void replace(OperationContext context, StoredDocument before, StoredDocument after) {
        if (!documents.update(context.tx(), after, before.version())) {
            throw versionConflict();
        }
    }

    /** Shows other bytes in a locked document. */
    StoredDocument show(OperationContext context, StoredDocument before, Bytes bytes) {
        requireRoom(before);
        StoredDocument after = before.showing(bytes.asVersion(context, next(before)));
        replace(context, before, after);
        addVersion(context, after);
        return after;
    }

    static void requireRoom(StoredDocument document) {
        if (document.current().number() >= MAX_VERSIONS) {
            throw new PortalException.LimitExceeded("document-version.limit", MAX_VERSIONS);
        }
    }

    /** Returns the number of the version that comes next; what holds its bytes has it in its name. */
    static int next(StoredDocument document) {
        return document.current().number() + 1;
    }

    List<DocumentVersion> versions(OperationContext context, DocumentId id) {
        return versions.list(context.tx(), context.scope(), id, null, MAX_VERSIONS).stream()
                .map(StoredVersion::version)
                .toList();
    }

    /** Removes a locked document. */
    void remove(OperationContext context, DocumentId id) {
        versions.deleteAll(context.tx(), context.scope(), id);
        documents.delete(context.tx(), context.scope(), id);
    }

    private void addVersion(OperationContext context, StoredDocument document) {
        StoredVersion version =
                new StoredVersion(document.tenant(), document.id(), document.customer(), document.current());
        if (!versions.insert(context.tx(), version)) {
            throw versionConflict();
        }
    }

    private static PortalException.NotFound notFound() {
        return new PortalException.NotFound("document");
    }

    private static PortalException.Conflict versionConflict() {
        return new PortalException.Conflict("document.version-conflict");
    }

    /**
     * What a version consists of.
     *
     * @param content where the bytes are
     * @param size how many
     * @param sha256 their hash
     * @param mediaType what they are
     * @param restoredFrom the version that they were in before; null when they are new
     */
    record Bytes(
            ContentRef content,
            long size,
            String sha256,
            String mediaType,
            @Nullable Integer restoredFrom) {

        static Bytes of(DocumentVersion restored) {
            return new Bytes(
                    restored.content(), restored.size(), restored.sha256(), restored.mediaType(), restored.number());
        }

        DocumentVersion asVersion(OperationContext context, int number) {
            return new DocumentVersion(
                    number,
                    content,
                    size,
                    sha256,
                    mediaType,
                    context.now(),
                    context.actor().kind(),
                    restoredFrom);
        }
    }
}
