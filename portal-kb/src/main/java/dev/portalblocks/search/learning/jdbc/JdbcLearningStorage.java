// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.jdbc;

import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.search.learning.spi.LearningStorage;
import dev.portalblocks.search.learning.spi.QueryCountStore;
import dev.portalblocks.search.learning.spi.SearchTraceStore;

/**
 * What is learned of searches, in a database that the portal shares.
 *
 * @param domain the database
 * @param traces the store of searches of the last half hour
 * @param counts the store of how often what was asked
 */
public record JdbcLearningStorage(Database domain, SearchTraceStore traces, QueryCountStore counts)
        implements LearningStorage {
    /** The tables of what is learned. */
    public static final Schema SCHEMA = Schema.of("learning", JdbcLearningStorage.class, "create");

    /**
     * Returns the storage in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure where its tables are not those of this release,
     *     see {@link Schemas#require}
     */
    public static JdbcLearningStorage on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcLearningStorage(db, new JdbcSearchTraceStore(db), new JdbcQueryCountStore(db));
    }
}
