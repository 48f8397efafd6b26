// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.spi.StoredVersion;
import dev.portalblocks.docs.spi.VersionStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions in memory. */
final class MemoryVersionStore implements VersionStore {
    private final MemoryTable<Key, StoredVersion> versions;

    MemoryVersionStore(Memory memory) {
        versions = memory.table(
                "docs.version",
                Comparator.comparing((Key key) -> key.tenant().value())
                        .thenComparing(Key::document)
                        .thenComparing(Key::place));
    }

    @Override
    public Optional<StoredVersion> find(Tx tx, Scope scope, DocumentId document, int number) {
        return versions.find(tx, Key.of(scope.tenant(), document, VersionStore.place(number)))
                .filter(found -> scope.covers(found.label()));
    }

    @Override
    public boolean insert(Tx tx, StoredVersion version) {
        Keyset place = VersionStore.place(version.version().number());
        return versions.insert(tx, Key.of(version.tenant(), version.document(), place), version);
    }

    @Override
    public List<StoredVersion> list(Tx tx, Scope scope, DocumentId document, @Nullable Keyset after, int limit) {
        Key start = Key.of(scope.tenant(), document, after == null ? new Keyset("", "") : after);
        return versions.after(tx, start)
                .takeWhile(row -> row.getKey().isOf(start))
                .map(Map.Entry::getValue)
                .filter(version -> scope.covers(version.label()))
                .limit(limit)
                .toList();
    }

    @Override
    public int deleteAll(Tx tx, Scope scope, DocumentId document) {
        List<StoredVersion> all = list(tx, scope, document, null, Integer.MAX_VALUE);
        all.forEach(version -> versions.delete(
                tx,
                Key.of(
                        scope.tenant(),
                        document,
                        VersionStore.place(version.version().number()))));
        return all.size();
    }

    private record Key(TenantId tenant, String document, Keyset place) {
        static Key of(TenantId tenant, DocumentId document, Keyset place) {
            return new Key(tenant, document.toString(), place);
        }

        boolean isOf(Key other) {
            return tenant.equals(other.tenant) && document.equals(other.document);
        }
    }
}
