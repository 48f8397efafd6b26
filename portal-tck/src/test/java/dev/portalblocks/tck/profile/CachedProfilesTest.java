// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.HostedStorage.Engine;
import dev.portalblocks.tck.Outcomes;
import dev.portalblocks.tck.jdbc.Databases;
import dev.portalblocks.tck.profile.CachedHouse.Mode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A cached profile is read by those who may read it, as it was committed last. */
class CachedProfilesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId OTHER = TenantId.of("other");
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final List<Actor> ACTORS = List.of(
            Actor.customer(ACME, ERIKA),
            Actor.customer(ACME, MAX),
            Actor.customer(ACME, MAX).actingFor(ERIKA),
            Actor.customer(ACME, ERIKA).actingFor(MAX),
            Actor.customer(ACME, MAX).withRoles("service"),
            Actor.customer(OTHER, ERIKA),
            Actor.agent(ACME, "sabine", "service"),
            Actor.agent(ACME, "4711"),
            Actor.agent(OTHER, "sabine", "service"),
            Actor.system(ACME, "4711"),
            Actor.system(OTHER, "program"),
            Actor.anonymous(ACME),
            Actor.anonymous(OTHER));

    static Stream<Arguments> all() {
        return Arrays.stream(Engine.values())
                .flatMap(engine -> Arrays.stream(Mode.values()).map(mode -> Arguments.of(engine, mode)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everybodyGetsWhatTheyWouldGetWithoutACache(Engine engine, Mode mode) {
        try (CachedHouse house = CachedHouse.on(engine, mode)) {
            begin(house, ACME, ERIKA, "Erika");
            begin(house, OTHER, ERIKA, "Another");
            house.portal
                    .mandates()
                    .grant(Actor.customer(ACME, ERIKA), GrantMandate.everything(ERIKA, MAX, Mandate.Kind.HOUSEHOLD));
            int answers = 0;
            for (Actor first : ACTORS) {
                for (Actor actor : List.of(first, ACTORS.get(0), ACTORS.get(5), first)) {
                    for (CustomerId customer : List.of(ERIKA, MAX)) {
                        String expected = outcome(house.plain, actor, customer);
                        long denied = Outcomes.denials(house.portal, actor.tenant());
                        assertThat(outcome(house.cached, actor, customer))
                                .as("%s of %s", actor, customer)
                                .isEqualTo(expected);
                        assertThat(Outcomes.denials(house.portal, actor.tenant()) - denied)
                                .as("entries of %s", actor)
                                .isEqualTo(expected.contains("AccessDenied") ? 1 : 0);
                        answers++;
                    }
                }
            }
            assertThat(answers).isEqualTo(ACTORS.size() * 8);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRevokedMandateIsOfNoEffectFromTheNextRead(Engine engine, Mode mode) {
        try (CachedHouse house = CachedHouse.on(engine, mode)) {
            begin(house, ACME, ERIKA, "Erika");
            Actor erika = Actor.customer(ACME, ERIKA);
            Actor max = Actor.customer(ACME, MAX).actingFor(ERIKA);
            Mandate mandate =
                    house.portal.mandates().grant(erika, GrantMandate.everything(ERIKA, MAX, Mandate.Kind.HOUSEHOLD));
            for (int i = 0; i < 3; i++) {
                assertThat(house.cached.read(max, ERIKA)).isEqualTo(house.cached.read(erika, ERIKA));
            }
            house.portal.mandates().revoke(erika, RevokeMandate.of(mandate.id()));
            assertThatThrownBy(() -> house.cached.read(max, ERIKA)).isInstanceOf(PortalException.AccessDenied.class);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aHostsPolicyIsAskedInEachRead(Engine engine, Mode mode) {
        AtomicBoolean open = new AtomicBoolean(true);
        AccessPolicy host = (tx, actor, permission) ->
                open.get() ? Decision.allow(Scope.wholeTenant(actor.tenant())) : Decision.deny();
        try (CachedHouse house =
                CachedHouse.on(engine, mode, RolePolicy.standard().narrowedBy(host))) {
            begin(house, ACME, ERIKA, "Erika");
            Actor erika = Actor.customer(ACME, ERIKA);
            assertThat(house.cached.read(erika, ERIKA)).isEqualTo(house.cached.read(erika, ERIKA));
            open.set(false);
            assertThatThrownBy(() -> house.cached.read(erika, ERIKA)).isInstanceOf(PortalException.AccessDenied.class);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatAHostsTransactionChangesIsSeenInItAndByOthersAfterItsCommit(Engine engine, Mode mode) {
        try (CachedHouse house = CachedHouse.on(engine, mode)) {
            begin(house, ACME, ERIKA, "Erika");
            Actor erika = Actor.customer(ACME, ERIKA);
            for (boolean commits : new boolean[] {false, true, false, true}) {
                Profile before = house.cached.read(erika, ERIKA);
                String name = "Erika " + before.version() + commits;
                house.joined(commits, () -> {
                    house.cached.change(erika, named(ERIKA, name));
                    assertThat(house.cached.read(erika, ERIKA).data().givenName())
                            .as("within")
                            .isEqualTo(name);
                    assertThat(elsewhere(house, erika)).as("beside").isEqualTo(before);
                    return house.cached.read(erika, ERIKA);
                });
                Profile after = house.cached.read(erika, ERIKA);
                assertThat(after).isEqualTo(house.plain.read(erika, ERIKA)).isEqualTo(house.cached.read(erika, ERIKA));
                assertThat(after.data().givenName())
                        .isEqualTo(commits ? name : before.data().givenName());
            }
        }
    }

    /** What the host's transaction sees may be older than what is cached and than what others are to read (in memory). */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void aHostsTransactionReadsWhatItSeesAndNobodyElseDoes(Engine engine) {
        for (Mode mode : Mode.values()) {
            try (CachedHouse house = CachedHouse.on(engine, mode);
                    Companion other = new Companion()) {
                begin(house, ACME, ERIKA, "Erika");
                Actor erika = Actor.customer(ACME, ERIKA);
                house.reading(() -> {
                    other.does(() -> house.cached.change(erika, named(ERIKA, "Rika")));
                    for (int i = 0; i < 2; i++) {
                        assertThat(other.does(() -> house.cached.read(erika, ERIKA))
                                        .version())
                                .isEqualTo(2);
                        assertThat(house.cached.read(erika, ERIKA)).isEqualTo(house.plain.read(erika, ERIKA));
                    }
                    return assertThat(house.cached.read(erika, ERIKA).version())
                            .isEqualTo(engine == Engine.MEMORY ? 1 : 2);
                });
                assertThat(house.cached.read(erika, ERIKA).version()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aChangeThatFailsLeavesWhatWasThere(Engine engine, Mode mode) {
        try (CachedHouse house = CachedHouse.on(engine, mode)) {
            begin(house, ACME, ERIKA, "Erika");
            Actor erika = Actor.customer(ACME, ERIKA);
            Profile before = house.cached.read(erika, ERIKA);
            house.afterNext("appendChange", () -> {
                assertThat(elsewhere(house, erika)).isEqualTo(before);
                throw new IllegalStateException("fails");
            });
            assertThatThrownBy(() -> house.cached.change(erika, named(ERIKA, "Never")))
                    .hasMessage("fails");
            assertThat(house.cached.read(erika, ERIKA)).isEqualTo(before);
            Profile after = house.cached.change(erika, named(ERIKA, "Rika"));
            assertThat(house.cached.read(erika, ERIKA)).isEqualTo(after);
            assertThat(house.cached.read(erika, ERIKA)).isEqualTo(after);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void onSeveralNodesAnothersChangeIsSeenByTheNextRead(Engine engine) {
        try (CachedHouse house = CachedHouse.on(engine, Mode.SEVERAL_NODES)) {
            begin(house, ACME, ERIKA, "Erika");
            Actor erika = Actor.customer(ACME, ERIKA);
            for (int i = 0; i < 5; i++) {
                house.cached.read(erika, ERIKA);
                Profile changed = house.plain.change(erika, named(ERIKA, "Erika " + i));
                assertThat(house.cached.read(erika, ERIKA)).isEqualTo(changed);
            }
        }
    }

    /** A standby that had not all of it took over: the number of what was lost is given again. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void onSeveralNodesADatabaseThatWasSetBackIsSeen(Databases kind) throws SQLException {
        DataSource source = kind.fresh();
        try (CachedHouse house = CachedHouse.on(source, Mode.SEVERAL_NODES, RolePolicy.standard())) {
            begin(house, ACME, ERIKA, "Erika");
            execute(source, "CREATE TABLE backup AS SELECT * FROM portal_profile");
            Actor erika = Actor.customer(ACME, ERIKA);
            house.plain.change(erika, named(ERIKA, "Lost"));
            assertThat(house.cached.read(erika, ERIKA).data().givenName()).isEqualTo("Lost");
            execute(source, "DELETE FROM portal_profile");
            execute(source, "INSERT INTO portal_profile SELECT * FROM backup");
            execute(source, "DELETE FROM portal_profile_change WHERE version = 2");
            Profile changed = house.plain.change(erika, named(ERIKA, "Rika"));
            assertThat(changed.version()).isEqualTo(2);
            assertThat(house.cached.read(erika, ERIKA)).isEqualTo(changed);
        }
    }

    @Test
    void aCacheIsOfOneKindAndOfSomeSize() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Profiles.Builder builder = Profiles.builder(portal, MemoryProfileStorage.in(memory));
            assertThatThrownBy(() -> builder.cachedOnOneNode(0)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.cachedOnSeveralNodes(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() ->
                            builder.cachedOnOneNode(1).cachedOnSeveralNodes(1).build())
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Profiles.of(portal, MemoryProfileStorage.in(memory)))
                    .as("nothing was registered")
                    .isNotNull();
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Profile elsewhere(CachedHouse house, Actor actor) {
        try (Companion other = new Companion()) {
            return other.does(() -> house.cached.read(actor, ERIKA));
        }
    }

    private static void begin(CachedHouse house, TenantId tenant, CustomerId customer, String name) {
        house.cached.change(Actor.customer(tenant, customer), named(customer, name));
    }

    private static ChangeProfile named(CustomerId customer, String name) {
        return ChangeProfile.of(customer, ProfilePatch.builder().givenName(name).build());
    }

    private static String outcome(Profiles profiles, Actor actor, CustomerId customer) {
        return Outcomes.of(() -> profiles.read(actor, customer).data().givenName());
    }
}
