// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.DocumentMoved;
import dev.portalblocks.docs.model.DocumentRemoved;
import dev.portalblocks.docs.model.DocumentRenamed;
import dev.portalblocks.docs.model.DocumentVersion;
import dev.portalblocks.docs.model.MoveDocument;
import dev.portalblocks.docs.model.RemoveDocument;
import dev.portalblocks.docs.model.RenameDocument;
import dev.portalblocks.docs.model.RestoreVersion;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.docs.spi.VaultStorage;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What becomes of documents that are there. */
final class DocumentChanges {
    private static final Operation RESTORE = Operation.writing("docs.version.restore", VaultPermissions.WRITE);
    private static final Operation RENAME = Operation.writing("docs.rename", VaultPermissions.WRITE);
    private static final Operation MOVE = Operation.writing("docs.move", VaultPermissions.WRITE);
    private static final Operation REMOVE = Operation.writing("docs.remove", VaultPermissions.WRITE);

    static final List<Operation> OPERATIONS = List.of(RESTORE, RENAME, MOVE, REMOVE);

    private final Operations operations;
    private final Contents contents;
    private final FolderTree tree;
    private final DocumentRows rows;

    DocumentChanges(Operations operations, Contents contents, VaultStorage storage) {
        this.operations = operations;
        this.contents = contents;
        this.tree = new FolderTree(storage);
        this.rows = new DocumentRows(storage);
    }

    Document restore(Actor actor, RestoreVersion command) {
        return operations.create(
                RESTORE,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> restore(context, command),
                        (context, id) -> VaultViews.view(rows.find(context, command.document()))));
    }

    Document rename(Actor actor, RenameDocument command) {
        return operations.perform(RENAME, actor, command, context -> {
            StoredDocument before = rows.lock(context, command.document(), command.expectedVersion());
            if (before.name().equals(command.name())) {
                return unchanged(context, before);
            }
            StoredDocument after = before.named(command.name(), context.now());
            rows.replace(context, before, after);
            context.emit(
                    DocumentRenamed.TYPE,
                    VaultViews.ref(after.id()),
                    VaultViews.lane(after.customer()),
                    new DocumentRenamed(after.id(), after.customer(), after.version()));
            return VaultViews.view(after);
        });
    }

    Document move(Actor actor, MoveDocument command) {
        return operations.perform(MOVE, actor, command, context -> {
            tree.hold(context, rows.find(context, command.document()).customer(), command.target());
            StoredDocument before = rows.lock(context, command.document(), command.expectedVersion());
            if (Objects.equals(before.folder(), command.target())) {
                return unchanged(context, before);
            }
            StoredDocument after = before.in(command.target(), context.now());
            rows.replace(context, before, after);
            context.emit(
                    DocumentMoved.TYPE,
                    VaultViews.ref(after.id()),
                    VaultViews.lane(after.customer()),
                    new DocumentMoved(after.id(), after.customer(), after.folder(), after.version()));
            return VaultViews.view(after);
        });
    }

    void remove(Actor actor, RemoveDocument command) {
        operations.perform(REMOVE, actor, command, context -> {
            DocumentId id = rows.find(context, command.document()).id();
            List<DocumentVersion> known = rows.versions(context, id);
            release(context, id, known);
            StoredDocument document = rows.lock(context, id, command.expectedVersion());
            int released = known.size();
            List<DocumentVersion> all = rows.versions(context, id);
            release(context, id, all.subList(0, all.size() - released)); // those that came before the lock was had
            rows.remove(context, id);
            context.emit(
                    DocumentRemoved.TYPE,
                    VaultViews.ref(id),
                    VaultViews.lane(document.customer()),
                    new DocumentRemoved(id, document.customer()));
            return Optional.empty();
        });
    }

    /** The bytes stay where they are; the new version is one use more of them. */
    private Document restore(OperationContext context, RestoreVersion command) {
        DocumentId id = rows.find(context, command.document()).id();
        DocumentVersion wanted = rows.findVersion(context, id, command.number());
        StoredDocument seen = rows.find(context, id);
        contents.hold(context, wanted.content(), VaultViews.ref(id, DocumentRows.next(seen)));
        StoredDocument before = rows.lock(context, id, command.expectedVersion());
        if (before.current().number() != seen.current().number()) {
            contents.release(context, wanted.content(), VaultViews.ref(id, DocumentRows.next(seen)));
            contents.hold(context, wanted.content(), VaultViews.ref(id, DocumentRows.next(before)));
        }
        StoredDocument after = rows.show(context, before, DocumentRows.Bytes.of(wanted));
        VaultViews.reportVersion(context, after);
        return VaultViews.view(after);
    }

    /** In the order of the references, whoever else releases some of the same at the same time. */
    private void release(OperationContext context, DocumentId id, List<DocumentVersion> versions) {
        versions.stream()
                .sorted(Comparator.comparing((DocumentVersion version) -> text(version.content()))
                        .thenComparing(DocumentVersion::number))
                .forEach(version -> contents.release(context, version.content(), VaultViews.ref(id, version.number())));
    }

    private static String text(ContentRef content) {
        return content.toString();
    }

    private static Document unchanged(OperationContext context, StoredDocument document) {
        context.unchanged();
        return VaultViews.view(document);
    }
}
