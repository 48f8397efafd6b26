// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.StoredDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents in memory: the rows, and beside them the order in which each customer's are listed. */
final class MemoryDocumentStore implements DocumentStore {
    private static final Keyset START = new Keyset("", "");

    private final MemoryTable<Key, StoredDocument> documents;
    private final MemoryTable<Place, DocumentId> order;

    MemoryDocumentStore(Memory memory) {
        documents = memory.table(
                "docs.document",
                Comparator.comparing((Key key) -> key.tenant().value()).thenComparing(Key::id));
        order = memory.table(
                "docs.document-order",
                Comparator.comparing((Place place) -> place.tenant().value())
                        .thenComparing(place -> place.customer().value())
                        .thenComparing(Place::keyset));
    }

    @Override
    public Optional<StoredDocument> find(Tx tx, Scope scope, DocumentId id) {
        return documents.find(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public Optional<StoredDocument> findForUpdate(Tx tx, Scope scope, DocumentId id) {
        return documents.findForUpdate(tx, Key.of(scope.tenant(), id)).filter(found -> scope.covers(found.label()));
    }

    @Override
    public boolean insert(Tx tx, StoredDocument document) {
        boolean inserted = documents.insert(tx, Key.of(document.tenant(), document.id()), document);
        if (inserted) {
            order.put(tx, Place.of(document), document.id());
        }
        return inserted;
    }

    @Override
    public boolean update(Tx tx, StoredDocument document, long expectedVersion) {
        Key key = Key.of(document.tenant(), document.id());
        boolean expected = documents
                .findForUpdate(tx, key)
                .filter(now -> now.version() == expectedVersion)
                .isPresent();
        if (expected) {
            documents.put(tx, key, document);
        }
        return expected;
    }

    @Override
    public boolean delete(Tx tx, Scope scope, DocumentId id) {
        Optional<StoredDocument> there = findForUpdate(tx, scope, id);
        there.ifPresent(document -> order.delete(tx, Place.of(document)));
        return there.isPresent() && documents.delete(tx, Key.of(scope.tenant(), id));
    }

    @Override
    public List<StoredDocument> inFolder(
            Tx tx, Scope scope, CustomerId customer, @Nullable FolderId folder, @Nullable Keyset after, int limit) {
        return behind(tx, scope, customer, after)
                .filter(document -> Objects.equals(document.folder(), folder))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredDocument> list(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after, int limit) {
        return behind(tx, scope, customer, after).limit(limit).toList();
    }

    private Stream<StoredDocument> behind(Tx tx, Scope scope, CustomerId customer, @Nullable Keyset after) {
        Place start = new Place(scope.tenant(), customer, after == null ? START : after);
        return order.after(tx, start)
                .takeWhile(row -> row.getKey().tenant().equals(scope.tenant())
                        && row.getKey().customer().equals(customer))
                .flatMap(row -> find(tx, scope, row.getValue()).stream());
    }

    private record Key(TenantId tenant, String id) {
        static Key of(TenantId tenant, DocumentId id) {
            return new Key(tenant, id.toString());
        }
    }

    private record Place(TenantId tenant, CustomerId customer, Keyset keyset) {
        static Place of(StoredDocument document) {
            return new Place(document.tenant(), document.customer(), document.place());
        }
    }
}
