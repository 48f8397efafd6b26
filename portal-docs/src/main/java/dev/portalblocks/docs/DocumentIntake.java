// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.core.operation.Uploads;
import dev.portalblocks.docs.model.AddVersion;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentAdded;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.docs.spi.VaultStorage;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** How bytes come into the vault. */
final class DocumentIntake {
    private static final Operation UPLOAD = Operation.writing("docs.upload", VaultPermissions.WRITE);
    private static final Operation ADD_VERSION = Operation.writing("docs.version.add", VaultPermissions.WRITE);

    static final List<Operation> OPERATIONS = List.of(UPLOAD, ADD_VERSION);

    private final Uploads uploads;
    private final Contents contents;
    private final Upload.Terms terms;
    private final FolderTree tree;
    private final DocumentRows rows;

    DocumentIntake(Portal portal, VaultStorage storage, Upload.Terms terms) {
        this.uploads = portal.uploads();
        this.contents = portal.contents();
        this.terms = terms;
        this.tree = new FolderTree(storage);
        this.rows = new DocumentRows(storage);
    }

    Document upload(Actor actor, UploadDocument command, InputStream bytes) {
        Upload.Making<Document> making = new Upload.Making<>(
                command.idempotencyKey(),
                (context, id, content) -> add(context, DocumentId.of(id), command, content),
                (context, id) -> VaultViews.view(rows.find(context, DocumentId.of(id))));
        Upload.Owner owner = context -> ownerOf(context, command);
        return uploads.carryOut(
                actor, new Upload<>(UPLOAD, command, terms.declared(command.declared()), owner, making), bytes);
    }

    Document addVersion(Actor actor, AddVersion command, InputStream bytes) {
        Upload.Making<Document> making = new Upload.Making<>(
                command.idempotencyKey(),
                (context, id, content) -> addVersion(context, command, content),
                (context, id) -> VaultViews.view(rows.find(context, command.document())));
        Upload.Owner owner = context -> ownerOf(context, command);
        return uploads.carryOut(
                actor, new Upload<>(ADD_VERSION, command, terms.declared(command.declared()), owner, making), bytes);
    }

    private Optional<CustomerId> ownerOf(OperationContext context, UploadDocument command) {
        requireReach(context, command.customer());
        if (command.idempotencyKey() == null) { // a repeat may come when the folder is gone
            tree.require(context, command.customer(), command.folder());
        }
        return Optional.of(command.customer());
    }

    private Optional<CustomerId> ownerOf(OperationContext context, AddVersion command) {
        StoredDocument document = rows.find(context, command.document());
        if (command.idempotencyKey() == null) { // a repeat names the version before the one that it has made
            DocumentRows.requireVersion(document, command.expectedVersion());
            DocumentRows.requireRoom(document);
        }
        return Optional.of(document.customer());
    }

    private Document add(OperationContext context, DocumentId id, UploadDocument command, StoredContent content) {
        requireReach(context, command.customer());
        contents.hold(context, content.ref(), VaultViews.ref(id, 1));
        tree.hold(context, command.customer(), command.folder());
        StoredDocument document = new StoredDocument(
                context.scope().tenant(),
                id,
                command.customer(),
                command.folder(),
                command.name(),
                bytes(content).asVersion(context, 1),
                1,
                context.now(),
                context.now());
        rows.add(context, document);
        context.emit(
                DocumentAdded.TYPE,
                VaultViews.ref(id),
                VaultViews.lane(document.customer()),
                new DocumentAdded(id, document.customer(), document.folder(), document.version()));
        return VaultViews.view(document);
    }

    private Document addVersion(OperationContext context, AddVersion command, StoredContent content) {
        StoredDocument before = rows.lock(context, command.document(), command.expectedVersion());
        contents.hold(context, content.ref(), VaultViews.ref(before.id(), DocumentRows.next(before)));
        StoredDocument after = rows.show(context, before, bytes(content));
        VaultViews.reportVersion(context, after);
        return VaultViews.view(after);
    }

    private static void requireReach(OperationContext context, CustomerId customer) {
        if (!context.scope().covers(AccessLabel.of(context.scope().tenant()).ownedBy(customer))) {
            throw new PortalException.NotFound("customer");
        }
    }

    private static DocumentRows.Bytes bytes(StoredContent content) {
        StoredBytes bytes = content.bytes();
        return new DocumentRows.Bytes(content.ref(), bytes.size(), bytes.sha256(), content.mediaType(), null);
    }
}
