// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.portalblocks.core.access.AccessRule.Condition;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RolePolicyAsDataTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final Permission READ = Permission.forReaders("kb.read");
    private static final Permission OWN = Permission.forOwners("profile.change", "service", "clerk");
    private static final Permission WRITE = Permission.forCustomers("inbox.write");
    private static final Permission DESK = Permission.forTeams("desk.read", "service");
    private static final Permission EDIT = Permission.forStaff("kb.edit", "editor");
    private static final List<Permission> ALL = List.of(READ, OWN, WRITE, DESK, EDIT);
    private static final Actor ERIKA = Actor.customer(ACME, CustomerId.of("4711"));
    private static final List<Actor> ACTORS = List.of(
            ERIKA,
            ERIKA.actingFor(MAX),
            ERIKA.withRoles("service", "editor", "supervisor"),
            Actor.agent(ACME, "sabine"),
            Actor.agent(ACME, "sabine", "service"),
            Actor.agent(ACME, "sabine", "editor"),
            Actor.agent(ACME, "sabine", "supervisor"),
            Actor.agent(ACME, "sabine", "clerk", "supervisor", "service"),
            Actor.system(ACME, "program"),
            Actor.anonymous(ACME));

    private final Memory memory = new Memory();
    private final MemoryTeamDirectory teams = new MemoryTeamDirectory(memory);
    private final ObjectMapper mapper = JsonMapper.builder().build();

    RolePolicyAsDataTest() {
        memory.write(tx -> teams.put(tx, ACME, "claims", Set.of("sabine")));
    }

    @Test
    void theStandardPolicyIsReadAsLines() throws JsonProcessingException {
        List<AccessRule> rules = RolePolicy.standard().rules(List.of(OWN, DESK));
        assertThat(mapper.writeValueAsString(rules)
                        .replaceAll("[{\\[]", "\n$0")
                        .strip()
                        .lines())
                .containsExactly(
                        "[",
                        "{\"kind\":\"AGENT\",\"role\":\"service\",\"permission\":\"desk.read\",\"condition\":\"TEAM\"},",
                        "{\"kind\":\"SYSTEM\",\"role\":null,\"permission\":\"desk.read\",\"condition\":\"TENANT\"},",
                        "{\"kind\":\"CUSTOMER\",\"role\":null,\"permission\":\"profile.change\",\"condition\":\"OWN\"},",
                        "{\"kind\":\"CUSTOMER\",\"role\":null,\"permission\":\"profile.change\",\"condition\":\"ACTS_FOR\"},",
                        "{\"kind\":\"AGENT\",\"role\":\"clerk\",\"permission\":\"profile.change\",\"condition\":\"TENANT\"},",
                        "{\"kind\":\"AGENT\",\"role\":\"service\",\"permission\":\"profile.change\",\"condition\":\"TENANT\"},",
                        "{\"kind\":\"SYSTEM\",\"role\":null,\"permission\":\"profile.change\",\"condition\":\"TENANT\"}]");
    }

    @Test
    void aPolicyThatWasWrittenAndReadDecidesTheSame() throws JsonProcessingException {
        for (RolePolicy policy : List.of(
                RolePolicy.standard(),
                RolePolicy.standard().grant(EDIT, "clerk").restrict(OWN, "editor"),
                RolePolicy.standard().acrossTeams(DESK, "supervisor").restrict(EDIT),
                RolePolicy.standard().without(OWN, Condition.ACTS_FOR).without(WRITE, Condition.OWN))) {
            List<AccessRule> written = policy.rules(ALL);
            List<AccessRule> read =
                    mapper.readValue(mapper.writeValueAsString(written), new TypeReference<List<AccessRule>>() {});
            assertThat(read).isEqualTo(written);
            for (Actor actor : ACTORS) {
                for (Permission permission : ALL) {
                    assertThat(ask(RolePolicy.of(read), actor, permission))
                            .as("%s, %s", actor, permission)
                            .isEqualTo(ask(policy, actor, permission));
                }
            }
            assertThat(RolePolicy.of(read).rules(ALL)).isEqualTo(written);
        }
    }

    @Test
    void whatNoRuleGrantsIsDenied() {
        List<AccessRule> rules = RolePolicy.standard().rules(List.of(OWN));
        for (Actor actor : ACTORS) {
            assertThat(ask(RolePolicy.of(rules), actor, READ)).isEqualTo(Decision.deny());
            assertThat(ask(RolePolicy.of(List.of()), actor, OWN)).isEqualTo(Decision.deny());
        }
    }

    @Test
    void aRuleIsForThoseItNames() {
        RolePolicy policy = RolePolicy.of(List.of(
                new AccessRule(Actor.Kind.CUSTOMER, "member", WRITE.name(), Condition.OWN),
                AccessRule.of(Actor.Kind.CUSTOMER, OWN.name(), Condition.ACTS_FOR)));
        Decision own = Decision.allow(Scope.wholeTenant(ACME).ofCustomers(Bound.only(Set.of(CustomerId.of("4711")))));
        Decision max = Decision.allow(Scope.wholeTenant(ACME).ofCustomers(Bound.only(Set.of(MAX))));
        assertThat(ask(policy, ERIKA.withRoles("member"), WRITE)).isEqualTo(own);
        assertThat(ask(policy, ERIKA, WRITE)).isEqualTo(Decision.deny());
        assertThat(ask(policy, ERIKA.withRoles("member").actingFor(MAX), WRITE)).isEqualTo(Decision.deny());
        assertThat(ask(policy, ERIKA.actingFor(MAX), OWN)).isEqualTo(max);
        assertThat(ask(policy, ERIKA, OWN)).isEqualTo(Decision.deny());
    }

    @Test
    void aRuleThatDoesNotFitItsPermissionGrantsNothingAndIsNamed() {
        AccessRule team = AccessRule.ofRole("service", OWN.name(), Condition.TEAM); // a profile is handled by no team
        AccessRule speaking = AccessRule.ofRole("service", WRITE.name(), Condition.TENANT);
        AccessRule drafts = AccessRule.ofRole("service", READ.name(), Condition.TENANT);
        AccessRule unknown = AccessRule.ofRole("service", "profile.peek", Condition.TENANT);
        AccessRule sound = AccessRule.ofRole("service", EDIT.name(), Condition.TENANT);
        RolePolicy policy = RolePolicy.of(List.of(team, speaking, drafts, unknown, sound));
        assertThat(policy.misfits(ALL)).containsExactlyInAnyOrder(team, speaking, drafts, unknown);
        Actor service = Actor.agent(ACME, "sabine", "service");
        for (Permission permission : List.of(OWN, WRITE, READ)) {
            assertThat(ask(policy, service, permission)).isEqualTo(Decision.deny());
        }
        assertThat(ask(policy, service, EDIT)).isEqualTo(Decision.allow(Scope.wholeTenant(ACME)));
        assertThat(RolePolicy.of(RolePolicy.standard().rules(ALL)).misfits(ALL)).isEmpty();
    }

    @Test
    void aRuleThatCannotBeIsRefused() {
        for (Condition condition : List.of(Condition.TEAM, Condition.TENANT)) {
            assertImpossible(Actor.Kind.CUSTOMER, "service", condition);
            assertImpossible(Actor.Kind.ANONYMOUS, "service", condition);
            assertImpossible(Actor.Kind.AGENT, null, condition);
        }
        for (Condition condition : List.of(Condition.OWN, Condition.ACTS_FOR)) {
            assertImpossible(Actor.Kind.AGENT, "service", condition);
            assertImpossible(Actor.Kind.SYSTEM, null, condition);
            assertImpossible(Actor.Kind.ANONYMOUS, null, condition);
        }
        assertImpossible(Actor.Kind.SYSTEM, null, Condition.TEAM);
    }

    /** Also one that a file left incomplete: read as JSON it is refused alike. */
    @Test
    void aRuleThatLacksAPartIsRefusedByThePartsName() {
        for (String part : List.of("kind", "permission", "condition")) {
            String complete = "{'kind':'CUSTOMER','permission':'kb.read','condition':'PUBLISHED'}";
            String lacking =
                    complete.replaceFirst("'" + part + "':'[^']*',?", "").replace(",}", "}");
            assertThatThrownBy(() -> mapper.readValue(lacking.replace('\'', '"'), AccessRule.class))
                    .rootCause()
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage(part);
        }
        for (String blank : List.of("", " ")) {
            assertImpossible(Actor.Kind.AGENT, blank, Condition.TENANT);
            assertImpossible(Actor.Kind.CUSTOMER, blank, Condition.PUBLISHED);
            assertThatThrownBy(() -> AccessRule.of(Actor.Kind.CUSTOMER, blank, Condition.PUBLISHED))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Policies of any rules at all, on objects of any owner, team and state. */
    @Test
    void aHostsPolicyNeverWidensOneOfRules() {
        Random random = new Random(Long.getLong("portal.seed", 4711));
        int covered = 0;
        for (int i = 0; i < 3_000; i++) {
            RolePolicy ours = policy(random);
            RolePolicy theirs = policy(random);
            Actor actor = ACTORS.get(random.nextInt(ACTORS.size()));
            Permission permission = ALL.get(random.nextInt(ALL.size()));
            AccessLabel object = AccessLabel.of(ACME)
                    .ownedBy(CustomerId.of(random.nextBoolean() ? "4711" : "4712"))
                    .handledBy(random.nextBoolean() ? "claims" : "sales");
            boolean both =
                    covers(ask(ours, actor, permission), object) && covers(ask(theirs, actor, permission), object);
            boolean narrowed = covers(ask(ours.narrowedBy(theirs), actor, permission), object);
            assertThat(narrowed).as("%s, %s, %s", actor, permission, object).isEqualTo(both);
            covered += narrowed ? 1 : 0;
        }
        assertThat(covered).isPositive();
    }

    private static boolean covers(Decision decision, AccessLabel object) {
        return decision instanceof Decision.Allow allowed && allowed.scope().covers(object);
    }

    private static RolePolicy policy(Random random) {
        List<AccessRule> some = new ArrayList<>(RolePolicy.standard()
                .acrossTeams(DESK, "supervisor")
                .grant(EDIT, "service")
                .rules(ALL));
        some.removeIf(rule -> random.nextInt(3) == 0);
        return RolePolicy.of(some);
    }

    private static void assertImpossible(
            Actor.Kind kind, @org.jspecify.annotations.Nullable String role, Condition condition) {
        assertThatThrownBy(() -> new AccessRule(kind, role, "kb.edit", condition))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Decision ask(AccessPolicy policy, Actor actor, Permission permission) {
        return memory.read(tx -> policy.knowing(Directories.of(teams)).decide(tx, actor, permission));
    }
}
