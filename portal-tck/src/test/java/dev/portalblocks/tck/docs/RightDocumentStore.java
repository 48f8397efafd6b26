// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.docs;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The memory store; each broken one overrides the method in which it goes wrong. */
class RightDocumentStore implements DocumentStore {
    final Memory memory = new Memory();
    final DocumentStore inner = MemoryVaultStorage.in(memory).documents();

    @Override
    public Optional<StoredDocument> find(Tx tx, Scope scope, DocumentId id) {
        return inner.find(tx, scope, id);
    }

    @Override
    public Optional<StoredDocument> findForUpdate(Tx tx, Scope scope, DocumentId id) {
        return inner.findForUpdate(tx, scope, id);
    }

    @Override
    public boolean insert(Tx tx, StoredDocument document) {
        return inner.insert(tx, document);
    }

    @Override
    public boolean update(Tx tx, StoredDocument document, long expectedVersion) {
        return inner.update(tx, document, expectedVersion);
    }

    @Override
    public boolean delete(Tx tx, Scope scope, DocumentId id) {
        return inner.delete(tx, scope, id);
    }

    @Override
    public List<StoredDocument> inFolder(
            Tx tx, Scope scope, CustomerId customer, @Nullable FolderId folder, @Nullable Keyset after, int limit) {
        return inner.inFolder(tx, scope, customer, folder, after, limit);
    }

    @Override
    public List<StoredDocument> list(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        return inner.list(tx, scope, customer, after, limit);
    }

    StoreFixture<DocumentStore> fixture() {
        return new StoreFixture<>(memory, this);
    }
}
