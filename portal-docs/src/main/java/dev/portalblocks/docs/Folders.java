// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.Folder;
import dev.portalblocks.docs.model.FolderCreated;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.FolderMoved;
import dev.portalblocks.docs.model.FolderRemoved;
import dev.portalblocks.docs.model.FolderRenamed;
import dev.portalblocks.docs.model.MoveFolder;
import dev.portalblocks.docs.model.RemoveFolder;
import dev.portalblocks.docs.model.RenameFolder;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.docs.spi.VaultStorage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The folders of customers' vaults. Siblings have different names, whatever the case and however characters are combined;
 * a folder stands {@value #MAX_DEPTH} deep at most, and a customer has {@value #MAX_FOLDERS} at most.
 *
 * <p>Each method throws {@link PortalException.AccessDenied} where the permission is missing,
 * {@link PortalException.NotFound} {@code folder.not-found} for what is not within the actor's reach, and
 * {@link PortalException.Conflict} {@code folder.version-conflict} where the command names a version that is not the
 * current one. What changes nothing makes no version and no event.
 *
 * <p>Thread-safe.
 */
public final class Folders {
    /** How many folders a customer has at most. */
    public static final int MAX_FOLDERS = FolderTree.MAX_FOLDERS;
    /** How deep a folder stands at most; one at the top stands at 1. */
    public static final int MAX_DEPTH = FolderTree.MAX_DEPTH;

    private static final Operation CREATE = Operation.writing("docs.folder.create", VaultPermissions.WRITE);
    private static final Operation RENAME = Operation.writing("docs.folder.rename", VaultPermissions.WRITE);
    private static final Operation MOVE = Operation.writing("docs.folder.move", VaultPermissions.WRITE);
    private static final Operation REMOVE = Operation.writing("docs.folder.remove", VaultPermissions.WRITE);
    private static final Operation FIND = Operation.reading("docs.folder.read", VaultPermissions.READ);
    private static final Operation LIST = Operation.reading("docs.folder.list", VaultPermissions.READ);

    /** All operations, for the block's contribution. */
    static final List<Operation> OPERATIONS = List.of(CREATE, RENAME, MOVE, REMOVE, FIND, LIST);

    private final Operations operations;
    private final FolderTree tree;

    Folders(Operations operations, VaultStorage storage) {
        this.operations = operations;
        this.tree = new FolderTree(storage);
    }

    /** Returns one folder. */
    public Folder read(Actor actor, FolderId id) {
        return operations.perform(FIND, actor, id, context -> VaultViews.view(tree.find(context, id)));
    }

    /**
     * Returns all folders of a customer, the oldest first, each with the one it stands in; none for a customer beyond the
     * actor's reach.
     */
    public List<Folder> list(Actor actor, CustomerId customer) {
        return operations.perform(
                LIST,
                actor,
                customer,
                context -> tree.list(context, customer).stream()
                        .map(VaultViews::view)
                        .toList());
    }

    /**
     * Begins a folder; with a key, once.
     *
     * @throws PortalException.NotFound {@code customer.not-found} for a customer beyond the actor's reach
     * @throws PortalException.Conflict {@code folder.name-taken} when a sibling has the name
     * @throws PortalException.LimitExceeded {@code folder.limit}, {@code folder.depth}
     */
    public Folder create(Actor actor, CreateFolder command) {
        return operations.create(
                CREATE,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> begin(context, FolderId.of(id), command),
                        (context, id) -> VaultViews.view(tree.find(context, FolderId.of(id)))));
    }

    /** Gives a folder another name; {@code folder.name-taken} when a sibling has it. */
    public Folder rename(Actor actor, RenameFolder command) {
        return operations.perform(RENAME, actor, command, context -> {
            StoredFolder before = tree.lock(context, command.folder(), command.expectedVersion());
            if (before.name().equals(command.name())) {
                return unchanged(context, before);
            }
            StoredFolder after = before.named(command.name(), FolderNames.key(command.name()), context.now());
            tree.replace(context, before, after);
            context.emit(
                    FolderRenamed.TYPE,
                    VaultViews.ref(after.id()),
                    lane(after),
                    new FolderRenamed(after.id(), after.customer(), after.version()));
            return VaultViews.view(after);
        });
    }

    /**
     * Puts a folder, with all that stands in it, into another one of the same customer.
     *
     * @throws PortalException.Conflict {@code folder.circle} when that is the folder itself or stands in it,
     *     {@code folder.name-taken}
     * @throws PortalException.LimitExceeded {@code folder.depth}
     */
    public Folder move(Actor actor, MoveFolder command) {
        return operations.perform(MOVE, actor, command, context -> {
            StoredFolder before = tree.lock(context, command.folder(), command.expectedVersion());
            tree.require(context, before.customer(), command.target());
            if (Objects.equals(before.parent(), command.target())) {
                return unchanged(context, before);
            }
            tree.requireFits(context, before, command.target());
            StoredFolder after = before.in(command.target(), context.now());
            tree.replace(context, before, after);
            context.emit(
                    FolderMoved.TYPE,
                    VaultViews.ref(after.id()),
                    lane(after),
                    new FolderMoved(after.id(), after.customer(), after.parent(), after.version()));
            return VaultViews.view(after);
        });
    }

    /** Removes a folder; {@code folder.not-empty} while a folder or a document stands in it. */
    public void remove(Actor actor, RemoveFolder command) {
        operations.perform(REMOVE, actor, command, context -> {
            StoredFolder folder = tree.lock(context, command.folder(), command.expectedVersion());
            tree.remove(context, folder);
            context.emit(
                    FolderRemoved.TYPE,
                    VaultViews.ref(folder.id()),
                    lane(folder),
                    new FolderRemoved(folder.id(), folder.customer()));
            return Optional.empty();
        });
    }

    private Folder begin(OperationContext context, FolderId id, CreateFolder command) {
        tree.lock(context, command.customer());
        tree.require(context, command.customer(), command.parent());
        StoredFolder folder = new StoredFolder(
                context.scope().tenant(),
                id,
                command.customer(),
                command.parent(),
                command.name(),
                FolderNames.key(command.name()),
                1,
                context.now());
        tree.add(context, folder);
        context.about(VaultViews.ref(id), folder.customer());
        context.emit(
                FolderCreated.TYPE,
                VaultViews.ref(id),
                lane(folder),
                new FolderCreated(id, folder.customer(), folder.parent(), folder.version()));
        return VaultViews.view(folder);
    }

    private static Folder unchanged(OperationContext context, StoredFolder folder) {
        context.unchanged();
        return VaultViews.view(folder);
    }

    private static ObjectRef lane(StoredFolder folder) {
        return VaultViews.lane(folder.customer());
    }
}
