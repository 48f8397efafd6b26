// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.Subscriptions;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A portal without a relay, a search, or anybody else who reads its events, does not keep them for ever. */
class UnfollowedLogTest {
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(TenantId.of("acme"), ERIKAS);

    @ParameterizedTest
    @EnumSource
    void oldEventsGo(Databases databases) throws SQLException {
        DataSource source = databases.fresh();
        Database db = Databases.on(source);
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-01T12:00:00Z"));
        try (Portal portal =
                Portal.builder(JdbcCoreStorage.on(db)).clock(now::get).build()) {
            Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
            for (String city : List.of("Bonn", "Ulm", "Köln")) {
                profiles.change(
                        ERIKA,
                        ChangeProfile.of(
                                ERIKAS, ProfilePatch.builder().givenName(city).build()));
            }
            expire(portal);
            assertThat(events(source)).as("young ones").isEqualTo(3);

            now.updateAndGet(then -> then.plus(Subscriptions.KEPT).plusSeconds(1));
            expire(portal);
            assertThat(events(source)).isZero();
        }
    }

    private static void expire(Portal portal) {
        portal.maintenance().stream()
                .filter(task -> task.name().equals("core.event.expire"))
                .forEach(task -> task.work().run());
    }

    private static int events(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM portal_event")) {
            count.next();
            return count.getInt(1);
        }
    }
}
