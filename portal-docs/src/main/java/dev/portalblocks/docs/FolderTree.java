// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.docs.spi.VaultStorage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The folders within an actor's reach. Whoever changes the shape of a customer's tree holds the lock on all of it, and
 * takes it first; whoever puts a document into a folder holds the folder's row, and takes it before the document's.
 */
final class FolderTree {
    /** How many folders a customer has at most. */
    static final int MAX_FOLDERS = 1_000;
    /** How deep a folder stands at most; one at the top stands at 1. */
    static final int MAX_DEPTH = 20;

    private final FolderStore folders;
    private final DocumentStore documents;

    FolderTree(VaultStorage storage) {
        folders = storage.folders();
        documents = storage.documents();
    }

    StoredFolder find(OperationContext context, FolderId id) {
        return folders.find(context.tx(), context.scope(), id).orElseThrow(FolderTree::notFound);
    }

    List<StoredFolder> list(OperationContext context, CustomerId customer) {
        return folders.list(context.tx(), context.scope(), customer);
    }

    /** Refuses a folder that is not this customer's as one that is not there; the top is everybody's own. */
    void require(OperationContext context, CustomerId customer, @Nullable FolderId id) {
        if (id != null && !find(context, id).customer().equals(customer)) {
            throw notFound();
        }
    }

    /** Locks a folder of this customer, so that nobody removes it before something stands in it. */
    void hold(OperationContext context, CustomerId customer, @Nullable FolderId id) {
        if (id != null && !lockRow(context, id).customer().equals(customer)) {
            throw notFound();
        }
    }

    /** Locks the tree of a customer within the actor's reach. */
    void lock(OperationContext context, CustomerId customer) {
        if (!context.scope().covers(AccessLabel.of(context.scope().tenant()).ownedBy(customer))) {
            throw new PortalException.NotFound("customer");
        }
        folders.lock(context.tx(), context.scope(), customer);
    }

    /** Locks the whole tree that a folder stands in, then the folder. */
    StoredFolder lock(OperationContext context, FolderId id, @Nullable Long expectedVersion) {
        folders.lock(context.tx(), context.scope(), find(context, id).customer());
        StoredFolder folder = lockRow(context, id);
        if (expectedVersion != null && expectedVersion != folder.version()) {
            throw new PortalException.Conflict("folder.version-conflict");
        }
        context.about(VaultViews.ref(id), folder.customer());
        return folder;
    }

    /** Adds a folder to a locked tree. */
    void add(OperationContext context, StoredFolder folder) {
        List<StoredFolder> all = all(context, folder.customer());
        if (all.size() >= MAX_FOLDERS) {
            throw new PortalException.LimitExceeded("folder.limit", MAX_FOLDERS);
        }
        requireDepth(new Shape(all).depth(folder.parent()) + 1);
        if (!folders.insert(context.tx(), folder)) {
            throw nameTaken();
        }
    }

    /** Refuses a place below the folder itself, and one that is too deep for what stands in it. */
    void requireFits(OperationContext context, StoredFolder folder, @Nullable FolderId parent) {
        Shape shape = new Shape(all(context, folder.customer()));
        if (shape.isBelow(parent, folder.id())) {
            throw new PortalException.Conflict("folder.circle");
        }
        requireDepth(shape.depth(parent) + shape.height(folder.id()));
    }

    /** Replaces a folder of a locked tree. */
    void replace(OperationContext context, StoredFolder before, StoredFolder after) {
        if (!folders.update(context.tx(), after, before.version())) {
            throw nameTaken(); // its version was compared under the lock
        }
    }

    /** Removes a folder of a locked tree. */
    void remove(OperationContext context, StoredFolder folder) {
        if (!isEmpty(context, folder)) {
            throw new PortalException.Conflict("folder.not-empty");
        }
        folders.delete(context.tx(), context.scope(), folder.id());
    }

    /** What stands in a folder keeps it there also where the host's policy keeps this actor from seeing it. */
    private boolean isEmpty(OperationContext context, StoredFolder folder) {
        Scope wholeTenant = Scope.wholeTenant(context.scope().tenant());
        return all(context, folder.customer()).stream()
                        .noneMatch(other -> folder.id().equals(other.parent()))
                && documents
                        .inFolder(context.tx(), wholeTenant, folder.customer(), folder.id(), null, 1)
                        .isEmpty();
    }

    private List<StoredFolder> all(OperationContext context, CustomerId customer) {
        return folders.list(context.tx(), Scope.wholeTenant(context.scope().tenant()), customer);
    }

    private StoredFolder lockRow(OperationContext context, FolderId id) {
        return folders.findForUpdate(context.tx(), context.scope(), id).orElseThrow(FolderTree::notFound);
    }

    private static void requireDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw new PortalException.LimitExceeded("folder.depth", MAX_DEPTH);
        }
    }

    private static PortalException.NotFound notFound() {
        return new PortalException.NotFound("folder");
    }

    private static PortalException.Conflict nameTaken() {
        return new PortalException.Conflict("folder.name-taken");
    }

    /** Who stands in whom. */
    private static final class Shape {
        private final Map<FolderId, StoredFolder> byId;

        Shape(List<StoredFolder> all) {
            byId = all.stream().collect(Collectors.toMap(StoredFolder::id, Function.identity()));
        }

        /** Returns how many folders enclose what stands in this one, itself included; 0 at the top. */
        int depth(@Nullable FolderId folder) {
            int depth = 0;
            for (FolderId at = folder; at != null; at = parent(at)) {
                depth++;
            }
            return depth;
        }

        /** Returns how many floors a folder takes up with all that stands in it: 1 when it is empty. */
        int height(FolderId folder) {
            int above = depth(folder) - 1;
            return byId.keySet().stream()
                            .filter(other -> isBelow(other, folder))
                            .mapToInt(this::depth)
                            .max()
                            .orElse(above + 1)
                    - above;
        }

        /** Returns whether one folder is the other, or stands somewhere in it. */
        boolean isBelow(@Nullable FolderId lower, FolderId upper) {
            for (FolderId at = lower; at != null; at = parent(at)) {
                if (at.equals(upper)) {
                    return true;
                }
            }
            return false;
        }

        private @Nullable FolderId parent(FolderId folder) {
            return Objects.requireNonNull(byId.get(folder), "A folder's parent is there")
                    .parent();
        }
    }
}
