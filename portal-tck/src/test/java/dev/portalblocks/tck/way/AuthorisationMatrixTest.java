// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.PortalException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Carries out every line of the rule file, and shows that a policy with a fault does not get past it. */
class AuthorisationMatrixTest {
    private static final Rules RULES = Rules.checkedIn();
    private static Worlds worlds;

    @BeforeAll
    static void compose() {
        worlds = new Worlds();
    }

    @AfterAll
    static void close() {
        worlds.close();
    }

    @AfterEach
    void followTheStandardPolicyAgain() {
        worlds.portal().policy.follow(RolePolicy.standard());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyRuleIsKept(String operation) {
        Judge judge = new Judge(worlds, operation);
        List<String> complaints = new ArrayList<>();
        RULES.of(operation).forEach(rule -> complaints.addAll(judge.complaints(rule)));
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aPolicyWithAFaultBreaksARuleOfTheOperationThatItConcerns(PolicyFaults.Fault fault) {
        assertThat(complaints(fault.policy(), fault.operation())).isNotEmpty();
    }

    @Test
    void theRightPolicyBreaksNoneOfThoseRules() {
        assertThat(PolicyFaults.all())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(fault -> assertThat(complaints(RolePolicy.standard(), fault.operation()))
                        .as(fault.operation())
                        .isEmpty());
    }

    @Test
    void noPolicyOpensTheWallsOfCustomersAndTenants() {
        assertThat(beyondTheWalls(world -> Ruler.EVERYBODY)).isEmpty();
    }

    @Test
    void noPolicyLendsATenantToAnother() {
        assertThat(beyondTheWalls(world -> (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(world.here))))
                .isEmpty();
    }

    private static List<String> complaints(AccessPolicy policy, String operation) {
        Judge judge = new Judge(worlds, operation);
        List<String> complaints = new ArrayList<>();
        for (Rule rule : RULES.of(operation)) {
            SampleWorld world = judge.world();
            world.portal.policy.follow(policy);
            complaints.addAll(judge.complaints(rule, () -> world.portal.policy.follow(RolePolicy.standard())));
        }
        return complaints;
    }

    private interface Opened {
        AccessPolicy by(SampleWorld world);
    }

    /** Returns the rules about what is foreign under which something was seen or changed all the same. */
    private static List<Rule> beyondTheWalls(Opened opened) {
        List<Rule> beyond = new ArrayList<>();
        for (String operation : operations().toList()) {
            Judge judge = new Judge(worlds, operation);
            for (Rule rule : RULES.of(operation)) {
                if (!isForeign(rule)) {
                    continue;
                }
                SampleWorld world = judge.world();
                world.portal.policy.follow(opened.by(world));
                Trial trial = judge.trial(rule);
                world.portal.policy.follow(RolePolicy.standard());
                boolean seen = judge.isReading() && trial.shown();
                boolean refused = trial.failure() instanceof PortalException.AccessDenied; // which leaves its entry
                boolean changed = refused
                        ? !trial.isNothingChanged()
                        : !trial.after().of(world.here).equals(trial.before().of(world.here));
                boolean odd = trial.failure() instanceof PortalException.StorageFailure;
                if (seen || changed || odd) {
                    beyond.add(rule);
                }
                judge.renewAfter(trial);
            }
        }
        return beyond;
    }

    private static boolean isForeign(Rule rule) {
        boolean outsider = switch (rule.actor().kind()) {
            case CUSTOMER, ANONYMOUS -> true;
            case AGENT, SYSTEM -> false;
        };
        return rule.tenant() == Rule.Tenant.FOREIGN || (outsider && rule.customer() == Rule.Customer.FOREIGN);
    }

    static Stream<String> operations() {
        return RULES.all().stream().map(Rule::operation).distinct();
    }

    static List<PolicyFaults.Fault> faults() {
        return PolicyFaults.all();
    }
}
