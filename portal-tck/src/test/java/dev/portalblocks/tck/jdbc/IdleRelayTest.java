// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A relay runs each second on each node, mostly where nothing has happened. */
class IdleRelayTest {
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final int TENANTS = 12;
    private static final Pattern WRITES =
            Pattern.compile("^(INSERT|UPDATE|DELETE|MERGE).*|.*FOR UPDATE.*", Pattern.DOTALL);

    private final List<Delivery> taken = new ArrayList<>();

    /** One read for each tenant; the search for lanes that are due is one for all of them, and not a tenant's. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whereNothingHappenedATenantCostsOneRead(Databases kind) {
        StatementLog log = new StatementLog(kind.fresh());
        Database db = Databases.on(log);
        try (Portal portal = Portal.of(db)) {
            Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
            EventRelay relay = portal.relay(subscriber());
            List<Integer> ends = new ArrayList<>();
            for (int first = 0; first < 2 * TENANTS; first += TENANTS) {
                IntStream.range(first, first + TENANTS).forEach(number -> change(profiles, number, "Erika"));
                assertThat(relay.run().delivered()).isEqualTo(TENANTS);
                log.takeAll();
                relay.run();
                List<String> statements = log.takeAll();
                assertThat(statements.stream()
                                .filter(WRITES.asMatchPredicate())
                                .filter(sql -> !sql.contains("subscription_lane")))
                        .isEmpty();
                ends.add((int) statements.stream()
                        .filter(sql -> sql.equals("commit") || sql.equals("rollback"))
                        .count());
            }
            assertThat(ends.get(1) - ends.get(0)).as("transactions of %s", ends).isEqualTo(TENANTS);
            change(profiles, 3, "Erna");
            assertThat(relay.run().delivered()).isEqualTo(1);
        }
    }

    private EventSubscriber subscriber() {
        return new EventSubscriber() {
            @Override
            public String name() {
                return "crm";
            }

            @Override
            public void receive(Delivery delivery) {
                taken.add(delivery);
            }
        };
    }

    private static void change(Profiles profiles, int tenant, String name) {
        profiles.change(
                Actor.system(TenantId.of("tenant-" + tenant), "program"),
                ChangeProfile.of(ERIKA, ProfilePatch.builder().givenName(name).build()));
    }
}
