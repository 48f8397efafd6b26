// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.jdbc;

import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.search.spi.SynonymStorage;
import dev.portalblocks.search.spi.SynonymStore;

/**
 * Editors' synonyms in a database that the portal shares.
 *
 * @param domain the database
 * @param rules the store of rules
 */
public record JdbcSynonymStorage(Database domain, SynonymStore rules) implements SynonymStorage {
    /** The tables of synonyms. */
    public static final Schema SCHEMA = Schema.of("synonyms", JdbcSynonymStorage.class, "create");

    /**
     * Returns the storage in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure where its tables are not those of this release,
     *     see {@link Schemas#require}
     */
    public static JdbcSynonymStorage on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcSynonymStorage(db, new JdbcSynonymStore(db));
    }
}
