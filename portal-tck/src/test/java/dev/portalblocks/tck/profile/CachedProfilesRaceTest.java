// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.FloorRace;
import dev.portalblocks.tck.HostedStorage.Engine;
import dev.portalblocks.tck.profile.CachedHouse.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A read that begins after a change was committed sees it, whoever read meanwhile. */
class CachedProfilesRaceTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ID = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(ACME, ID);

    /** What it read is from before the commit, and it comes to keep it when the change has long ended. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadBeforeACommitKeepsNothingAfterIt(Engine engine) {
        try (CachedHouse house = CachedHouse.on(engine, Mode.ONE_NODE);
                Companion writer = new Companion()) {
            change(house, ERIKA, ID, "Erika");
            List<Profile> changed = new ArrayList<>();
            house.afterNext("find", () -> changed.add(writer.does(() -> change(house, ERIKA, ID, "Rika"))));
            assertThat(house.cached.read(ERIKA, ID).version())
                    .as("it began before")
                    .isEqualTo(1);
            assertThat(house.cached.read(ERIKA, ID)).isEqualTo(changed.get(0));
        }
    }

    /** What it read is committed, but not for long. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsWhileAChangeIsNotCommittedKeepsNothing(Engine engine) {
        try (CachedHouse house = CachedHouse.on(engine, Mode.ONE_NODE);
                Companion reader = new Companion()) {
            change(house, ERIKA, ID, "Erika");
            house.cached.read(ERIKA, ID);
            List<Profile> meanwhile = new ArrayList<>();
            house.afterNext("appendChange", () -> meanwhile.add(reader.does(() -> house.cached.read(ERIKA, ID))));
            Profile changed = change(house, ERIKA, ID, "Rika");
            assertThat(meanwhile).extracting(Profile::version).containsExactly(1L);
            assertThat(house.cached.read(ERIKA, ID)).isEqualTo(changed);
        }
    }

    /** As above, but the host has the change committed, later than anybody here would know. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoReadsWhileAHostIsYetToCommitKeepsNothing(Engine engine) {
        try (CachedHouse house = CachedHouse.on(engine, Mode.ONE_NODE);
                Companion reader = new Companion()) {
            change(house, ERIKA, ID, "Erika");
            house.joined(true, () -> {
                change(house, ERIKA, ID, "Rika");
                return reader.does(() -> house.cached.read(ERIKA, ID));
            });
            assertThat(house.cached.read(ERIKA, ID).version()).isEqualTo(2);
            assertThat(house.cached.read(ERIKA, ID).version()).isEqualTo(2);
        }
    }

    /** Two customers of one number; changes by themselves, and some in a host's transaction that may be rolled back. */
    @ParameterizedTest
    @MethodSource("dev.portalblocks.tck.profile.CachedProfilesTest#all")
    void nobodyReadsWhatIsOlderThanWhatWasCommittedWhenTheyBegan(Engine engine, Mode mode) throws Exception {
        int rounds = (engine == Engine.MEMORY ? 3_000 : 150) * (DEEP ? 40 : 1);
        try (CachedHouse house = CachedHouse.on(engine, mode)) {
            FloorRace.run(
                    "Cached profiles on " + engine + " " + mode,
                    rounds,
                    List.of(new Customer(house, "acme"), new Customer(house, "other")));
        }
    }

    /** One customer. */
    private static final class Customer implements FloorRace.Subject {
        private final CachedHouse house;
        private final Actor actor;

        Customer(CachedHouse house, String tenant) {
            this.house = house;
            this.actor = Actor.customer(TenantId.of(tenant), ID);
            CachedProfilesRaceTest.change(house, actor, ID, tenant);
        }

        @Override
        public long read() {
            Profile read = house.cached.read(actor, ID);
            assertThat(read.data().givenName()).startsWith(actor.tenant().value());
            return read.version();
        }

        @Override
        public long change(SplittableRandom random, String name) {
            String full = actor.tenant().value() + " " + name;
            int way = random.nextInt(4);
            if (way > 1) {
                return CachedProfilesRaceTest.change(house, actor, ID, full).version();
            }
            AtomicLong version = new AtomicLong();
            house.joined(way == 0, () -> {
                version.set(
                        CachedProfilesRaceTest.change(house, actor, ID, full).version());
                return true;
            });
            return way == 0 ? version.get() : 0;
        }
    }

    private static Profile change(CachedHouse house, Actor actor, CustomerId customer, String name) {
        return house.cached.change(
                actor,
                ChangeProfile.of(
                        customer, ProfilePatch.builder().givenName(name).build()));
    }
}
