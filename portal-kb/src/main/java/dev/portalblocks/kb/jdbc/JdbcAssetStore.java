// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.spi.AssetStore;
import dev.portalblocks.kb.spi.StoredAsset;
import java.util.Optional;

/** Uploaded files in a table: what they are, not their bytes. */
public final class JdbcAssetStore implements AssetStore {
    private final Database db;

    /** Keeps the assets in this database. */
    public JdbcAssetStore(Database db) {
        this.db = db;
    }

    @Override
    public boolean insert(Tx tx, StoredAsset asset) {
        return db.sql(
                        tx,
                        "INSERT INTO @kb_asset (tenant, ref, uploaded_at, content) VALUES (?, ?, ?, ?)",
                        asset.tenant().value(),
                        asset.asset().content().value(),
                        asset.uploadedAt(),
                        db.json().bytes(asset.asset()))
                .insertsIfAbsent();
    }

    @Override
    public Optional<StoredAsset> find(Tx tx, Scope scope, ContentRef content) {
        return db.sql(
                        tx,
                        "SELECT uploaded_at, content FROM @kb_asset WHERE tenant = ? AND ref = ?",
                        scope.tenant().value(),
                        content.value())
                .first(row ->
                        new StoredAsset(scope.tenant(), row.json("content", Asset.class), row.instant("uploaded_at")));
    }
}
