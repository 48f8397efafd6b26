// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.docs.spi.StoredVersion;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.docs.spi.VersionStore;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How documents are seen and opened. */
final class DocumentReading {
    private static final Operation FIND = Operation.reading("docs.read", VaultPermissions.READ);
    private static final Operation IN_FOLDER = Operation.reading("docs.in-folder", VaultPermissions.READ);
    private static final Operation LIST = Operation.reading("docs.list", VaultPermissions.READ);
    private static final Operation VERSIONS = Operation.reading("docs.version.list", VaultPermissions.READ);
    private static final Operation OPEN = Operation.reading("docs.open", VaultPermissions.READ);
    private static final Operation OPEN_VERSION = Operation.reading("docs.version.open", VaultPermissions.READ);

    static final List<Operation> OPERATIONS = List.of(FIND, IN_FOLDER, LIST, VERSIONS, OPEN, OPEN_VERSION);

    private final Operations operations;
    private final Contents contents;
    private final DocumentStore documents;
    private final VersionStore versions;
    private final FolderTree tree;
    private final DocumentRows rows;

    DocumentReading(Operations operations, Contents contents, VaultStorage storage) {
        this.operations = operations;
        this.contents = contents;
        this.documents = storage.documents();
        this.versions = storage.versions();
        this.tree = new FolderTree(storage);
        this.rows = new DocumentRows(storage);
    }

    Document read(Actor actor, DocumentId id) {
        return operations.perform(FIND, actor, id, context -> VaultViews.view(rows.find(context, id)));
    }

    Page<Document> inFolder(Actor actor, CustomerId customer, @Nullable FolderId folder, PageRequest page) {
        Listing.Rows<StoredDocument> wanted = (context, after, limit) -> {
            tree.require(context, customer, folder);
            return documents.inFolder(context.tx(), context.scope(), customer, folder, after, limit);
        };
        List<String> query = List.of(customer.value(), folder == null ? "" : folder.toString());
        return operations
                .list(IN_FOLDER, actor, new Listing<>(page, query, wanted, StoredDocument::place))
                .map(VaultViews::view);
    }

    Page<Document> list(Actor actor, CustomerId customer, PageRequest page) {
        Listing.Rows<StoredDocument> wanted =
                (context, after, limit) -> documents.list(context.tx(), context.scope(), customer, after, limit);
        return operations
                .list(LIST, actor, new Listing<>(page, customer, wanted, StoredDocument::place))
                .map(VaultViews::view);
    }

    Page<DocumentVersion> versions(Actor actor, DocumentId id, PageRequest page) {
        Listing.Rows<StoredVersion> wanted = (context, after, limit) -> versions.list(
                context.tx(), context.scope(), rows.find(context, id).id(), after, limit);
        return operations
                .list(
                        VERSIONS,
                        actor,
                        new Listing<>(
                                page,
                                id,
                                wanted,
                                stored -> VersionStore.place(stored.version().number())))
                .map(StoredVersion::version);
    }

    /** The bytes are opened when the operation has ended: none holds a transaction while they flow. */
    InputStream open(Actor actor, DocumentId id) {
        return contents.open(operations.perform(
                OPEN,
                actor,
                id,
                context ->
                        contents.show(context, rows.find(context, id).current().content())));
    }

    InputStream open(Actor actor, DocumentId id, int number) {
        return contents.open(operations.perform(
                OPEN_VERSION,
                actor,
                id,
                context -> contents.show(
                        context,
                        rows.findVersion(context, rows.find(context, id).id(), number)
                                .content())));
    }
}
