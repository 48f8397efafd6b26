// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.jdbc;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.audit.jdbc.JdbcAuditStore;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.jdbc.JdbcContentCatalog;
import dev.portalblocks.core.content.jdbc.JdbcContentUseStore;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.event.jdbc.JdbcEventStore;
import dev.portalblocks.core.event.jdbc.JdbcSubscriptionStore;
import dev.portalblocks.core.mandate.jdbc.JdbcMandateStore;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.jdbc.JdbcIdempotencyStore;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;

/**
 * Core's storage in a database; bytes are kept elsewhere.
 *
 * @param domain the database
 * @param audit audit entries
 * @param events the log of events
 * @param subscriptions how far subscribers have come
 * @param idempotency idempotency keys
 * @param tenantKeys tenants' keys
 * @param teams who is in which team; the host says so to a {@link JdbcTeamDirectory}, or brings a directory of its own
 * @param mandates who may act for whom
 * @param content stored bytes
 * @param catalog what is known of them
 * @param contentUses who uses them
 */
public record JdbcCoreStorage(
        Database domain,
        JdbcAuditStore audit,
        JdbcEventStore events,
        JdbcSubscriptionStore subscriptions,
        JdbcIdempotencyStore idempotency,
        JdbcTenantKeyStore tenantKeys,
        TeamDirectory teams,
        JdbcMandateStore mandates,
        ContentStore content,
        JdbcContentCatalog catalog,
        JdbcContentUseStore contentUses)
        implements CoreStorage {

    /** Core's tables. */
    public static final Schema SCHEMA = Schema.of("core", JdbcCoreStorage.class, "create");

    /**
     * Returns the storage in this database, without a place for bytes: taking them in is refused with
     * {@code StorageFailure} {@code content.no-store}, which no retry mends.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code schema.…} if its tables are not those of
     *     this release
     */
    public static JdbcCoreStorage on(Database db) {
        return on(db, new NoContentStore());
    }

    /**
     * Returns the storage in this database, with bytes kept in this store.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code schema.…} if its tables are not those of
     *     this release
     */
    public static JdbcCoreStorage on(Database db, ContentStore content) {
        Schemas.require(db, SCHEMA);
        return new JdbcCoreStorage(
                db,
                new JdbcAuditStore(db),
                new JdbcEventStore(db),
                new JdbcSubscriptionStore(db),
                new JdbcIdempotencyStore(db),
                new JdbcTenantKeyStore(db),
                new JdbcTeamDirectory(db),
                new JdbcMandateStore(db),
                content,
                new JdbcContentCatalog(db),
                new JdbcContentUseStore(db));
    }

    /** Returns this storage with teams as the host's own directory tells them. */
    public JdbcCoreStorage withTeams(TeamDirectory directory) {
        return new JdbcCoreStorage(
                domain,
                audit,
                events,
                subscriptions,
                idempotency,
                tenantKeys,
                directory,
                mandates,
                content,
                catalog,
                contentUses);
    }
}
