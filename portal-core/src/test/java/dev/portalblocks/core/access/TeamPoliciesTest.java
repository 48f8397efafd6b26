// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamPoliciesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Scope ALL = Scope.wholeTenant(ACME);
    private static final Permission DESK = Permission.forTeams("desk.read", "service");
    private static final Permission OWN = Permission.forCustomers("inbox.write");
    private static final Actor SABINE = Actor.agent(ACME, "sabine", "service");
    private static final Actor PROGRAM = Actor.system(ACME, "program");
    private static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));
    private static final Actor VISITOR = Actor.anonymous(ACME);

    private final Memory memory = new Memory();
    private final MemoryTeamDirectory teams = new MemoryTeamDirectory(memory);
    private final RolePolicy policy = RolePolicy.standard().knowing(Directories.of(teams));

    @Test
    void agentsReachWhatTheirTeamsHandleAndProgramsTheTenant() {
        put("claims", "sabine");
        assertThat(ask(policy, SABINE, DESK)).isEqualTo(Decision.allow(ofTeams("claims")));
        assertThat(ask(policy, PROGRAM, DESK)).isEqualTo(Decision.allow(ALL));
        for (Actor refused : List.of(ERIKA, VISITOR, SABINE.withRoles("editor"))) {
            assertThat(ask(policy, refused, DESK)).as("%s", refused).isEqualTo(Decision.deny());
        }
    }

    @Test
    void whoLeavesATeamIsOutOfItAtOnce() {
        put("claims", "sabine");
        put("claims", "carl");
        assertThat(ask(policy, SABINE, DESK)).isEqualTo(Decision.allow(ofTeams()));
        memory.write(tx -> teams.remove(tx, ACME, "claims"));
        assertThat(ask(policy, SABINE.withRoles("service"), DESK)).isEqualTo(Decision.allow(ofTeams()));
    }

    @Test
    void withoutADirectoryNobodyIsInATeam() {
        put("claims", "sabine");
        assertThat(ask(RolePolicy.standard(), SABINE, DESK)).isEqualTo(Decision.allow(ofTeams()));
    }

    @Test
    void aRoleAcrossTeamsReachesWhatAnyTeamHandles() {
        put("claims", "sabine");
        RolePolicy supervised = policy.acrossTeams(DESK, "supervisor");
        assertThat(ask(supervised, SABINE.withRoles("supervisor"), DESK)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(supervised, SABINE.withRoles("service", "supervisor"), DESK))
                .isEqualTo(Decision.allow(ALL));
        assertThat(ask(supervised, SABINE, DESK)).isEqualTo(Decision.allow(ofTeams("claims")));
        assertThat(ask(supervised, ERIKA.withRoles("service", "supervisor"), DESK))
                .isEqualTo(Decision.deny());
        assertThatThrownBy(() -> policy.acrossTeams(OWN, "supervisor")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNarrowedPolicyHandsTheDirectoryOn() {
        put("claims", "sabine");
        AccessPolicy everything = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant()));
        AccessPolicy narrowed = everything
                .narrowedBy(RolePolicy.standard())
                .narrowedBy(everything)
                .knowing(Directories.of(teams));
        assertThat(ask(narrowed, SABINE, DESK)).isEqualTo(Decision.allow(ofTeams("claims")));
    }

    @Test
    void onlyACustomerHasWhatIsTheCustomersAlone() {
        Decision own = Decision.allow(ALL.ofCustomers(Bound.only(Set.of(CustomerId.of("4711")))));
        assertThat(ask(policy, ERIKA, OWN)).isEqualTo(own);
        for (Actor refused : List.of(SABINE, PROGRAM, VISITOR)) {
            assertThat(ask(policy, refused, OWN)).as("%s", refused).isEqualTo(Decision.deny());
        }
        assertThatThrownBy(() -> policy.grant(OWN, "service")).isInstanceOf(IllegalArgumentException.class);
    }

    private void put(String team, String... agents) {
        memory.write(tx -> teams.put(tx, ACME, team, Set.of(agents)));
    }

    private static Scope ofTeams(String... names) {
        return ALL.ofTeams(Bound.only(Set.of(names)));
    }

    private Decision ask(AccessPolicy asked, Actor actor, Permission permission) {
        return memory.read(tx -> asked.decide(tx, actor, permission));
    }
}
