// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The promises of {@link TeamDirectory}: implement it in a test class and return the directory to be tested. */
@ContractOf(TeamDirectory.class)
public interface TeamDirectoryContract {
    /** The company of most tests. */
    TenantId ACME = TenantId.of("acme");

    /** Returns a directory without teams, how to fill it, and its domain; asked once, at the beginning of each test. */
    StoreFixture<Staffed> fixture();

    /** A directory, and whatever says who is in which team. */
    interface Staffed {
        /** Returns what is tested. */
        TeamDirectory directory();

        /** Makes a team, or replaces its members, in the transaction. */
        void put(Tx tx, TenantId tenant, String team, Set<String> agents);
    }

    /** Several agents in several teams. */
    @Test
    @Promise(1)
    default void anAgentIsInExactlyTheTeamsThatWereGiven() {
        StoreFixture<Staffed> teams = fixture();
        put(teams, ACME, "claims", "sabine", "carl");
        put(teams, ACME, "contract", "sabine");
        put(teams, ACME, "empty");

        assertThat(teamsOf(teams, ACME, "sabine")).containsExactlyInAnyOrder("claims", "contract");
        assertThat(teamsOf(teams, ACME, "carl")).containsExactly("claims");
        assertThat(teamsOf(teams, ACME, "nobody")).isEmpty();
    }

    /** As a team and as a login. */
    @Test
    @Promise(1)
    default void everyNameIsKeptAsItIs() {
        StoreFixture<Staffed> teams = fixture();
        List<String> names = Awkward.identifiers();
        names.forEach(name -> put(teams, ACME, name, name));

        assertThat(names)
                .allSatisfy(name -> assertThat(teamsOf(teams, ACME, name)).containsExactly(name));
        assertThat(teamsOf(teams, ACME, "other")).isEmpty();
    }

    /** With members or without; not what only looks like it. */
    @Test
    @Promise(2)
    default void aTeamIsThereUnderItsVeryName() {
        StoreFixture<Staffed> teams = fixture();
        put(teams, ACME, "claims", "carl");
        put(teams, ACME, "empty");

        assertThat(isTeam(teams, ACME, "claims")).isTrue();
        assertThat(isTeam(teams, ACME, "empty")).isTrue();
        for (String other : List.of("Claims", "claim", "claims ", "%", "carl", "clai_s")) {
            assertThat(isTeam(teams, ACME, other)).as(other).isFalse();
        }
    }

    /** One transaction after the other. */
    @Test
    @Promise(3)
    default void aChangeCountsForTheNextTransaction() {
        StoreFixture<Staffed> teams = fixture();
        put(teams, ACME, "claims", "carl");
        assertThat(teamsOf(teams, ACME, "carl")).containsExactly("claims");
        put(teams, ACME, "claims", "sabine");
        assertThat(teamsOf(teams, ACME, "carl")).isEmpty();
        assertThat(teamsOf(teams, ACME, "sabine")).containsExactly("claims");
    }

    /** Who is taken out of a team while an operation runs is out of it. */
    @Test
    @Promise(3)
    default void aChangeCountsWithinAWritingTransaction() {
        StoreFixture<Staffed> teams = fixture();
        put(teams, ACME, "claims", "carl");
        try (Companion other = new Companion()) {
            teams.change((tx, staffed) -> {
                assertThat(staffed.directory().teamsOf(tx, ACME, "carl")).containsExactly("claims");
                other.does(() -> put(teams, ACME, "claims"));
                assertThat(staffed.directory().teamsOf(tx, ACME, "carl")).isEmpty();
                other.does(() -> put(teams, ACME, "new", "carl"));
                assertThat(staffed.directory().isTeam(tx, ACME, "new")).isTrue();
            });
        }
    }

    /** Not even those whose names are the same to some databases. */
    @Test
    @Promise(4)
    default void equalNamesOfTwoTenantsAreTwo() {
        StoreFixture<Staffed> teams = fixture();
        List<String> names = Awkward.identifiers();
        for (int i = 0; i < names.size(); i++) {
            put(teams, TenantId.of(names.get(i)), "team-" + i, "carl");
        }
        for (int i = 0; i < names.size(); i++) {
            TenantId tenant = TenantId.of(names.get(i));
            assertThat(teamsOf(teams, tenant, "carl")).as("%s", tenant).containsExactly("team-" + i);
            assertThat(isTeam(teams, tenant, "team-" + (i + 1))).isFalse();
        }
    }

    private static boolean put(StoreFixture<Staffed> teams, TenantId tenant, String team, String... agents) {
        teams.change((tx, staffed) -> staffed.put(tx, tenant, team, Set.of(agents)));
        return true;
    }

    private static Set<String> teamsOf(StoreFixture<Staffed> teams, TenantId tenant, String agent) {
        return teams.read((tx, staffed) -> staffed.directory().teamsOf(tx, tenant, agent));
    }

    private static boolean isTeam(StoreFixture<Staffed> teams, TenantId tenant, String team) {
        return teams.read((tx, staffed) -> staffed.directory().isTeam(tx, tenant, team));
    }
}
