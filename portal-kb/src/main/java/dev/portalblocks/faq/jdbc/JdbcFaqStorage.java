// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.jdbc;

import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.spi.FaqEntryStore;
import dev.portalblocks.faq.spi.FaqSectionStore;
import dev.portalblocks.faq.spi.FaqStorage;
import dev.portalblocks.faq.spi.PublishedFaqEntryStore;
import dev.portalblocks.publishing.jdbc.JdbcRevisionStore;
import dev.portalblocks.publishing.spi.RevisionStore;

/**
 * An FAQ in a database that the portal shares.
 *
 * @param domain the database
 * @param sections the store of sections
 * @param entries entries as editors see them
 * @param published entries as readers see them
 * @param revisions what was published
 */
public record JdbcFaqStorage(
        Database domain,
        FaqSectionStore sections,
        FaqEntryStore entries,
        PublishedFaqEntryStore published,
        RevisionStore<FaqContent> revisions)
        implements FaqStorage {
    /** The FAQ's tables. */
    public static final Schema SCHEMA = Schema.of("faq", JdbcFaqStorage.class, "create");

    /**
     * Returns the storage in this database.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure where its tables are not those of this release,
     *     see {@link Schemas#require}
     */
    public static JdbcFaqStorage on(Database db) {
        Schemas.require(db, SCHEMA);
        return new JdbcFaqStorage(
                db,
                new JdbcFaqSectionStore(db),
                new JdbcFaqEntryStore(db),
                new JdbcPublishedFaqEntryStore(db),
                new JdbcRevisionStore<>(db, "@faq_revision", FaqEntryRows.REVISION));
    }
}
