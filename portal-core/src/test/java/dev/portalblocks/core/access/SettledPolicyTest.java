// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessRule.Condition;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is settled without a transaction is what the policy decides in one, by every actor, permission and object. */
class SettledPolicyTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId OTHER = TenantId.of("other");
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final Permission OWN = Permission.forOwners("profile.read", "service");
    private static final Permission DESK = Permission.forTeams("desk.read", "service");
    private static final List<Permission> PERMISSIONS = List.of(
            Permission.forReaders("kb.read"),
            OWN,
            Permission.forCustomers("inbox.write"),
            DESK,
            Permission.forStaff("kb.edit", "editor"));
    private static final List<Actor> ACTORS = List.of(
            Actor.customer(ACME, ERIKA),
            Actor.customer(ACME, ERIKA).actingFor(MAX),
            Actor.customer(ACME, MAX).withRoles("service", "editor"),
            Actor.customer(OTHER, ERIKA),
            Actor.agent(ACME, "4711"),
            Actor.agent(ACME, "sabine", "service"),
            Actor.agent(ACME, "sabine", "editor", "supervisor"),
            Actor.system(ACME, "4711"),
            Actor.system(OTHER, "program"),
            Actor.anonymous(ACME));

    private final Memory memory = new Memory();
    private final MemoryTeamDirectory teams = new MemoryTeamDirectory(memory);
    private final Set<AccessLabel> excluded = new HashSet<>();

    SettledPolicyTest() {
        memory.write(tx -> teams.put(tx, ACME, "claims", Set.of("sabine")));
    }

    @Test
    void whatIsSettledIsWhatIsDecided() {
        Set<Boolean> seen = Stream.of(
                        RolePolicy.standard(),
                        RolePolicy.standard().restrict(OWN).acrossTeams(DESK, "supervisor"),
                        RolePolicy.standard().without(OWN, Condition.OWN).grant(OWN, "editor"),
                        RolePolicy.of(List.of(AccessRule.of(Actor.Kind.CUSTOMER, "profile.read", Condition.OWN))))
                .flatMap(policy -> PERMISSIONS.stream()
                        .map(permission -> check(policy.knowing(Directories.of(teams)), permission, objects())))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        assertThat(seen).as("both answers").containsExactlyInAnyOrder(true, false);
        assertThat(excluded)
                .as("what is certain to be nobody's or another's")
                .contains(objects().get(7), objects().get(8), objects().get(9));
    }

    /** The host may say so at any time; of a visitor and an agent it is never asked. */
    @Test
    void whoMayBeInASegmentIsNotExcludedFromIt() {
        AccessLabel premium = objects().get(9);
        SettledPolicy.Settled settled = RolePolicy.standard().settled(PERMISSIONS.get(0));
        assertThat(ACTORS.stream().filter(actor -> settled.excludes(actor, premium)))
                .isNotEmpty()
                .allMatch(actor -> actor.findPrincipal().isEmpty());
    }

    @Test
    void twoSettledPoliciesAreSettledTogether() {
        AccessPolicy both = RolePolicy.standard()
                .narrowedBy(RolePolicy.standard().restrict(OWN))
                .knowing(Directories.of(teams));
        assertThat(both).isInstanceOf(SettledPolicy.class);
        PERMISSIONS.stream()
                .filter(permission -> permission.reach() != Permission.Reach.READERS)
                .forEach(permission ->
                        check((SettledPolicy) both, permission, objects().subList(0, 6)));
        assertThat(((SettledPolicy) both)
                        .settled(PERMISSIONS.get(0))
                        .admits(ACTORS.get(0), objects().get(6)))
                .as("what has audiences")
                .isFalse();
    }

    @Test
    void whatAHostDecidesIsNeverSettled() {
        AccessPolicy host = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(actor.tenant()));
        assertThat(host).isNotInstanceOf(SettledPolicy.class);
        assertThat(RolePolicy.standard().narrowedBy(host)).isNotInstanceOf(SettledPolicy.class);
        assertThat(host.narrowedBy(RolePolicy.standard())).isNotInstanceOf(SettledPolicy.class);
    }

    /** Teams are asked for, and mandates: there false says nothing, and true would be wrong. */
    private Set<Boolean> check(SettledPolicy policy, Permission permission, List<AccessLabel> objects) {
        SettledPolicy.Settled settled = policy.settled(permission);
        List<Boolean> answers = new ArrayList<>();
        for (Actor actor : ACTORS) {
            boolean asked = actor.actsFor() != null
                    || (permission.equals(DESK) && actor.roles().equals(Set.of("service")));
            for (AccessLabel object : objects) {
                Decision decision = memory.read(tx -> policy.decide(tx, actor, permission));
                boolean decided = decision instanceof Decision.Allow allowed
                        && allowed.scope().covers(object);
                if (settled.excludes(actor, object)) {
                    assertThat(decision instanceof Decision.Allow && !decided)
                            .as("%s is refused %s, and has not %s", actor, object, permission.name())
                            .isTrue();
                    excluded.add(object);
                }
                boolean admitted = settled.admits(actor, object);
                assertThat(admitted)
                        .as("%s %s %s", actor, permission.name(), object)
                        .isEqualTo(decided && !(asked && permission.reach() != Permission.Reach.READERS));
                answers.add(admitted);
            }
        }
        return answers.stream().collect(Collectors.toSet());
    }

    private static List<AccessLabel> objects() {
        AccessLabel bare = AccessLabel.of(ACME);
        return List.of(
                bare,
                bare.ownedBy(ERIKA),
                bare.ownedBy(MAX),
                bare.ownedBy(ERIKA).handledBy("claims"),
                bare.ownedBy(MAX).handledBy("contract"),
                AccessLabel.of(OTHER).ownedBy(ERIKA),
                bare.forAudiences(Set.of(Audience.PUBLIC)).inState(Permission.PUBLISHED),
                bare.forAudiences(Set.of(Audience.role("editor"))).inState(Permission.PUBLISHED),
                bare.forAudiences(Set.of(Audience.PUBLIC)).inState("draft"),
                bare.forAudiences(Set.of(Audience.segment("premium"))).inState(Permission.PUBLISHED));
    }
}
