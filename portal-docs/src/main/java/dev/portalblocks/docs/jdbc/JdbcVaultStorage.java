// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.jdbc;

import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.docs.spi.DocumentStore;
import dev.portalblocks.docs.spi.FolderStore;
import dev.portalblocks.docs.spi.VaultStorage;
import dev.portalblocks.docs.spi.VersionStore;

/**
 * Folders and documents in a database that the portal shares.
 *
 * @param domain the database
 * @param folders the store of folders
 * @param documents the store of documents
 * @param versions the store of their versions
 */
public record JdbcVaultStorage(Database domain, FolderStore folders, DocumentStore documents, VersionStore versions)
        implements VaultStorage {
    /** The vault's tables. */
    public static final Schema SCHEMA = Schema.of("docs", JdbcVaultStorage.class, "create");

    /**
     * Returns the storage in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure where its tables are not those of this release, see
     *     {@link Schemas#require}
     */
    public static JdbcVaultStorage on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcVaultStorage(db, new JdbcFolderStore(db), new JdbcDocumentStore(db), new JdbcVersionStore(db));
    }
}
