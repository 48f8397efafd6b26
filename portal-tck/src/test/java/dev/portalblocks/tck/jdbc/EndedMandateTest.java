// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A call may wait for a connection, and a mandate end meanwhile. */
class EndedMandateTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private Duration wait = Duration.ZERO;

    @Test
    void aMandateThatEndedWhileTheCallWaitedForAConnectionIsNone() {
        Database db = Databases.on(new RelayedSource(Databases.H2.fresh()) {
            @Override
            public Connection getConnection() throws SQLException {
                now.updateAndGet(then -> then.plus(wait));
                return super.getConnection();
            }
        });
        try (Portal portal =
                Portal.builder(JdbcCoreStorage.on(db)).clock(now::get).build()) {
            Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
            Actor forMax = Actor.customer(ACME, ERIKA).actingFor(MAX);
            Actor max = Actor.customer(ACME, MAX);
            profiles.change(
                    max,
                    ChangeProfile.of(
                            MAX, ProfilePatch.builder().givenName("Max").build()));
            portal.mandates()
                    .grant(
                            max,
                            GrantMandate.everything(MAX, ERIKA, Mandate.Kind.HOUSEHOLD)
                                    .until(NOW.plusSeconds(60)));
            profiles.read(forMax, MAX);

            wait = Duration.ofSeconds(61);
            assertThatThrownBy(() -> profiles.read(forMax, MAX))
                    .isInstanceOfSatisfying(
                            AccessDenied.class,
                            denied -> assertThat(denied.code()).isEqualTo("mandate.missing"));

            wait = Duration.ZERO;
            assertThat(portal.auditTrail()
                            .list(Actor.agent(ACME, "revision", "auditor"), PageRequest.first(9))
                            .items())
                    .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.DENIED)
                    .extracting(AuditEntry::at)
                    .as("when it was denied")
                    .containsExactly(NOW.plusSeconds(61));
        }
    }
}
