// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.StoredFolder;
import dev.portalblocks.tck.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The memory store; each broken one overrides the method in which it goes wrong. */
class RightFolderStore implements FolderStore {
    final Memory memory = new Memory(Duration.ofMillis(800));
    final FolderStore inner = MemoryVaultStorage.in(memory).folders();

    @Override
    public Optional<StoredFolder> find(Tx tx, Scope scope, FolderId id) {
        return inner.find(tx, scope, id);
    }

    @Override
    public Optional<StoredFolder> findForUpdate(Tx tx, Scope scope, FolderId id) {
        return inner.findForUpdate(tx, scope, id);
    }

    @Override
    public boolean insert(Tx tx, StoredFolder folder) {
        return inner.insert(tx, folder);
    }

    @Override
    public boolean update(Tx tx, StoredFolder folder, long expectedVersion) {
        return inner.update(tx, folder, expectedVersion);
    }

    @Override
    public boolean delete(Tx tx, Scope scope, FolderId id) {
        return inner.delete(tx, scope, id);
    }

    @Override
    public List<StoredFolder> list(Tx tx, Scope scope, CustomerId customer) {
        return inner.list(tx, scope, customer);
    }

    @Override
    public void lock(Tx tx, Scope scope, CustomerId customer) {
        inner.lock(tx, scope, customer);
    }

    StoreFixture<FolderStore> fixture() {
        return new StoreFixture<>(memory, this);
    }
}
