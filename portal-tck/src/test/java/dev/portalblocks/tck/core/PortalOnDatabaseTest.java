// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.jdbc.JdbcContentCatalog;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.Conflict;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Upload;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfileChanged;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.jdbc.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A portal with everything that core keeps in a database. */
class PortalOnDatabaseTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    private static final Operation PUT = Operation.writing("test.put", Permission.forOwners("test.put"));
    private static final byte[] BYTES = {1, 2, 3};

    @Nested
    class OnH2 implements Lives {
        @Override
        public Database database() {
            return Databases.H2.database();
        }
    }

    @Nested
    class OnPostgres implements Lives {
        @Override
        public Database database() {
            return Databases.POSTGRESQL.database();
        }
    }

    /** What is the same on each. */
    interface Lives {
        /** Returns a database with tables and without rows. */
        Database database();

        /** Also from a second portal on the same database. */
        @Test
        default void stateAuditAndEventsLast() {
            Database db = database();
            Recorded recorded = new Recorded();
            try (Portal portal = Portal.of(db)) {
                Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
                profiles.change(ERIKA, named("Erika"));
                Profile second = profiles.change(ERIKA, named("Erica"));
                assertThatThrownBy(() -> portal.housekeeping().purgeIdempotencyKeys(ERIKA))
                        .isInstanceOf(AccessDenied.class);
                assertThat(second.version()).isEqualTo(2);
            }
            try (Portal portal = Portal.of(db)) {
                Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
                assertThat(profiles.read(ERIKA, ERIKAS).data().givenName()).isEqualTo("Erica");
                assertThat(profiles.changes(ERIKA, ERIKAS, PageRequest.first(9)).items())
                        .extracting(change -> change.version())
                        .containsExactly(2L, 1L);
                assertThat(portal.auditTrail()
                                .list(Actor.agent(ACME, "a", "auditor"), PageRequest.first(9))
                                .items())
                        .extracting(AuditEntry::outcome)
                        .containsExactly(AuditEntry.Outcome.DONE, AuditEntry.Outcome.DONE, AuditEntry.Outcome.DENIED);
                portal.follower(recorded).followAll();
                assertThat(recorded.events).hasSize(2).hasOnlyElementsOfType(ProfileChanged.class);
                profiles.change(ERIKA, named("Rika"));
                portal.follower(recorded).followAll();
                assertThat(recorded.events).hasSize(3);
            }
        }

        /** Nothing of what was refused is left, and no task stumbles over it. */
        @Test
        default void withoutAPlaceForThemBytesAreRefused() {
            Database db = database();
            try (Portal portal = Portal.of(db)) {
                portal.register(BlockContribution.of("test", PUT));
                Profiles.of(portal, JdbcProfileStorage.on(db)).change(ERIKA, named("Erika"));
                assertThatThrownBy(() -> put(portal)).isInstanceOfSatisfying(StorageFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("content.no-store");
                    assertThat(failure.isRetryable()).isFalse();
                    assertThat(failure.getSuppressed()).isEmpty();
                });
                assertThat(rows(db)).isEmpty();
                portal.maintenance().stream().map(MaintenanceTask::work).forEach(Runnable::run);
            }
        }

        /** Under a row in the database. */
        @Test
        default void bytesAreKeptInTheStoreThatWasGiven() throws IOException {
            Database db = database();
            ContentStore store = new MemoryContentStore();
            try (Portal portal = Portal.of(db, store)) {
                portal.register(BlockContribution.of("test", PUT));
                ContentRef ref = put(portal);
                assertThat(put(portal)).as("equal bytes of the same owner").isEqualTo(ref);
                assertThat(rows(db)).singleElement().satisfies(row -> {
                    assertThat(row.isLive()).isTrue();
                    assertThat(row.uses()).isEqualTo(2);
                });
                assertThat(store.list(ACME, null, 9)).containsExactly(ref);
                try (InputStream kept = store.open(ACME, ref).orElseThrow()) {
                    assertThat(kept.readAllBytes()).isEqualTo(BYTES);
                }
                portal.maintenance().stream().map(MaintenanceTask::work).forEach(Runnable::run);
                assertThat(rows(db)).hasSize(1);
            }
        }

        /** In the place of core's tables. */
        @Test
        default void aHostBringsADirectoryOfItsOwn() {
            TeamDirectory own = new TeamDirectory() {
                @Override
                public Set<String> teamsOf(Tx tx, TenantId tenant, String agent) {
                    return Set.of("claims");
                }

                @Override
                public boolean isTeam(Tx tx, TenantId tenant, String team) {
                    return team.equals("claims");
                }
            };
            JdbcCoreStorage storage = JdbcCoreStorage.on(database()).withTeams(own);
            try (Portal portal = Portal.builder(storage).build()) {
                assertThat(portal.teams()).isSameAs(own);
            }
        }

        /** Where nobody made them. */
        @Test
        default void aPortalNeedsItsTables() {
            Database elsewhere = database().inSchema("elsewhere");
            assertThatThrownBy(() -> Portal.of(elsewhere))
                    .isInstanceOfSatisfying(
                            StorageFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("schema.missing"));
            assertThatThrownBy(() -> JdbcProfileStorage.on(elsewhere))
                    .isInstanceOfSatisfying(
                            StorageFailure.class,
                            failure -> assertThat(failure.code()).isEqualTo("schema.missing"));
        }

        /** And undoes all three together. */
        @Test
        default void aConflictLeavesNothing() {
            Database db = database();
            try (Portal portal = Portal.of(db)) {
                Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
                profiles.change(ERIKA, named("Erika"));
                ChangeProfile stale = named("never").expecting(7);
                assertThatThrownBy(() -> profiles.change(ERIKA, stale)).isInstanceOf(Conflict.class);
                Recorded recorded = new Recorded();
                portal.follower(recorded).followAll();
                assertThat(recorded.events).hasSize(1);
                assertThat(profiles.read(ERIKA, ERIKAS).version()).isEqualTo(1);
            }
        }
    }

    private static ChangeProfile named(String givenName) {
        return ChangeProfile.of(
                ERIKAS, ProfilePatch.builder().givenName(givenName).build());
    }

    private static ContentRef put(Portal portal) {
        Upload.Making<ContentRef> making = Upload.Making.each((context, id, content) -> {
            portal.contents().hold(context, content.ref(), ObjectRef.of("file", id));
            context.about(ObjectRef.of("file", id));
            return content.ref();
        });
        return portal.uploads()
                .carryOut(
                        ERIKA,
                        new Upload<>(PUT, "command", Upload.Terms.upTo(100), context -> Optional.of(ERIKAS), making),
                        new ByteArrayInputStream(BYTES));
    }

    private static List<StoredContent> rows(Database db) {
        return db.read(tx -> new JdbcContentCatalog(db).list(tx, ACME, null, 9));
    }

    /** Remembers what it was given. */
    private static final class Recorded implements LogReader {
        private final List<Record> events = new ArrayList<>();
        private LogPosition position = LogPosition.START;

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return Optional.of(position);
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            batch.events().forEach(event -> events.add(event.data()));
            position = batch.upTo();
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            throw new AssertionError("Nothing is to be rebuilt");
        }
    }
}
