// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Folders in memory: the rows, and beside them who has a name among its siblings. */
final class MemoryFolderStore implements FolderStore {
    private static final Comparator<Owner> BY_OWNER = Comparator.comparing(
                    (Owner owner) -> owner.tenant().value())
            .thenComparing(owner -> owner.customer().value());

    private final MemoryTable<Key, StoredFolder> folders;
    private final MemoryTable<Name, FolderId> names;
    private final MemoryTable<Owner, Boolean> locks;

    MemoryFolderStore(Memory memory) {
        folders = memory.table(
                "docs.folder",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id));
        names = memory.table(
                "docs.folder-name",
                Comparator.comparing(Name::owner, BY_OWNER)
                        .thenComparing(Name::parent)
                        .thenComparing(Name::key));
        locks = memory.table("docs.folder-lock", BY_OWNER);
    }

    @Override
    public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
        return folders.find(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id) {
        return folders.findForUpdate(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public boolean insert(Tx tx, StoredFolder folder) {
        Key key = Key.of(folder.tenant(), folder.id());
        boolean free = folders.findForUpdate(tx, key).isEmpty() && names.insert(tx, Name.of(folder), folder.id());
        if (free) {
            folders.put(tx, key, folder);
        }
        return free;
    }

    @Override
    public boolean update(Tx tx, StoredFolder folder, long expectedVersion) {
        Key key = Key.of(folder.tenant(), folder.id());
        Optional<StoredFolder> before = folders.findForUpdate(tx, key).filter(now -> now.version() == expectedVersion);
        boolean fits = before.isPresent() && renamed(tx, before.get(), folder);
        if (fits) {
            folders.put(tx, key, folder);
        }
        return fits;
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FolderId id) {
        Optional<StoredFolder> there = findForUpdate(tx, scope, id);
        there.ifPresent(folder -> names.delete(tx, Name.of(folder)));
        return there.isPresent() && folders.delete(tx, Key.of(scope.tenant(), id));
    }

    @Override
    public List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer) {
        return folders.from(tx, new Key(scope.tenant(), ""))
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant()))
                .map(Map.Entry::getValue)
                .filter(folder -> folder.customer().equals(customer) && scope.covers(folder.label()))
                .toList();
    }

    @Override
    public void lock(Tx tx, Scope scope, CustomerId customer) {
        locks.findForUpdate(tx, new Owner(scope.tenant(), customer));
    }

    private boolean renamed(Tx tx, StoredFolder before, StoredFolder after) {
        Name old = Name.of(before);
        Name next = Name.of(after);
        if (next.equals(old)) {
            return true;
        }
        return names.insert(tx, next, after.id()) && names.delete(tx, old);
    }

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, FolderId id) {
            return new Key(tenant, id.toString());
        }
    }

    private record Owner(TenantId tenant, CustomerId customer) {}

    private record Name(Owner owner, String parent, String key) {
        static Name of(StoredFolder folder) {
            FolderId parent = folder.parent();
            return new Name(
                    new Owner(folder.tenant(), folder.customer()),
                    parent == null ? "" : parent.toString(),
                    folder.nameKey());
        }
    }
}
