// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.jdbc;

import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.profile.spi.ProfileStorage;

/**
 * Profiles in a database that the portal shares.
 *
 * @param domain the database
 * @param profiles the store
 */
public record JdbcProfileStorage(Database domain, JdbcProfileStore profiles) implements ProfileStorage {
    /** The profile's tables. */
    public static final Schema SCHEMA = Schema.of("profile", JdbcProfileStorage.class, "create");

    /**
     * Returns the storage in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code schema.…} if its tables are not those of
     *     this release
     */
    public static JdbcProfileStorage on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcProfileStorage(db, new JdbcProfileStore(db));
    }
}
