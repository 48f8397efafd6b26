// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final TenantId OTHER = TenantId.of("other");
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final Actor CUSTOMER = Actor.customer(ACME, ERIKA);
    private static final Actor EDITOR = Actor.agent(ACME, "e", "editor");
    private static final Actor CLERK = Actor.agent(ACME, "c", "clerk");
    private static final Actor SYSTEM = Actor.system(ACME, "import");
    private static final Actor ANONYMOUS = Actor.anonymous(ACME);
    private static final Scope ALL = Scope.wholeTenant(ACME);
    private static final Permission READ = Permission.forReaders("kb.read");
    private static final Permission OWN = Permission.forOwners("profile.change", "clerk");
    private static final Permission EDIT = Permission.forStaff("kb.edit", "editor", "chief");
    private static final Permission PUBLISH = Permission.forStaff("kb.publish", "editor");

    private final Memory memory = new Memory();
    private final RolePolicy standard = RolePolicy.standard();

    @Test
    void staffPermissionsGoToTheirRolesAndToPrograms() {
        assertThat(ask(standard, EDITOR, EDIT)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(standard, SYSTEM, EDIT)).isEqualTo(Decision.allow(ALL));
        for (Actor refused : List.of(CLERK, CUSTOMER, CUSTOMER.withRoles("editor"), ANONYMOUS.withRoles("editor"))) {
            assertThat(ask(standard, refused, EDIT)).as("%s", refused).isEqualTo(Decision.deny());
        }
    }

    @Test
    void ownersReachWhatIsTheirsAndStaffTheTenant() {
        assertThat(ask(standard, CUSTOMER, OWN)).isEqualTo(Decision.allow(ALL.ofCustomers(Bound.only(Set.of(ERIKA)))));
        assertThat(ask(standard, CLERK, OWN)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(standard, SYSTEM, OWN)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(standard, EDITOR, OWN)).isEqualTo(Decision.deny());
        assertThat(ask(standard, ANONYMOUS, OWN)).isEqualTo(Decision.deny());
    }

    @Test
    void readersSeeWhatIsPublishedForThem() {
        AccessLabel published = AccessLabel.of(ACME).inState("published");
        AccessLabel open = published.forAudiences(Set.of(Audience.PUBLIC));
        AccessLabel signedIn = published.forAudiences(Set.of(Audience.SIGNED_IN));
        AccessLabel brokers = published.forAudiences(Set.of(Audience.role("broker")));
        Actor broker = CUSTOMER.withRoles("broker");

        for (Actor anyone : List.of(ANONYMOUS, CUSTOMER, broker, EDITOR, SYSTEM)) {
            Scope scope = scope(ask(standard, anyone, READ));
            assertThat(scope.covers(open)).as("%s", anyone).isTrue();
            assertThat(scope.covers(open.inState("draft"))).as("%s", anyone).isFalse();
            assertThat(scope.covers(signedIn)).as("%s", anyone).isEqualTo(!anyone.equals(ANONYMOUS));
            assertThat(scope.covers(brokers)).as("%s", anyone).isEqualTo(anyone.equals(broker));
            assertThat(scope.covers(open.ownedBy(MAX))).as("%s", anyone).isFalse();
        }
        assertThat(scope(ask(standard, ANONYMOUS.withRoles("broker"), READ)).covers(brokers))
                .isFalse();
    }

    @Test
    void grantedRolesComeBesideThoseOfTheBlock() {
        RolePolicy granted = standard.grant(EDIT, "clerk", "clerk");
        assertThat(ask(granted, CLERK, EDIT)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(granted, EDITOR, EDIT)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(granted, CLERK, PUBLISH)).as("another permission").isEqualTo(Decision.deny());
        assertThat(ask(standard, CLERK, EDIT)).as("the policy it came from").isEqualTo(Decision.deny());
        assertThat(ask(granted.grant(EDIT, "trainee"), CLERK, EDIT)).isEqualTo(Decision.allow(ALL));
    }

    @Test
    void aRestrictedPermissionIsForTheRolesThatAreNamed() {
        RolePolicy restricted = standard.restrict(EDIT, "clerk");
        assertThat(ask(restricted, CLERK, EDIT)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(restricted, EDITOR, EDIT)).isEqualTo(Decision.deny());
        assertThat(ask(restricted, EDITOR, PUBLISH)).as("another permission").isEqualTo(Decision.allow(ALL));
        assertThat(ask(standard.restrict(EDIT), EDITOR, EDIT)).isEqualTo(Decision.deny());
        assertThat(ask(standard.restrict(EDIT), SYSTEM, EDIT)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(restricted.grant(EDIT, "editor"), EDITOR, EDIT)).isEqualTo(Decision.allow(ALL));
        assertThat(ask(standard.restrict(OWN), CUSTOMER, OWN)).isEqualTo(ask(standard, CUSTOMER, OWN));
    }

    @Test
    void readersHaveNoRoles() {
        assertThatThrownBy(() -> standard.grant(READ, "clerk")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.restrict(READ, "clerk")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHostNarrowsAndNeverWidens() {
        AccessPolicy mine = (tx, actor, permission) -> Decision.allow(ALL.ofCustomers(Bound.only(Set.of(ERIKA, MAX))));
        AccessPolicy everything = (tx, actor, permission) -> Decision.allow(ALL);
        AccessPolicy nothing = (tx, actor, permission) -> Decision.deny();

        assertThat(ask(standard.narrowedBy(everything), CUSTOMER, OWN)).isEqualTo(ask(standard, CUSTOMER, OWN));
        assertThat(ask(standard.narrowedBy(mine), CUSTOMER, OWN)).isEqualTo(ask(standard, CUSTOMER, OWN));
        assertThat(ask(standard.narrowedBy(mine), CLERK, OWN)).isEqualTo(ask(mine, CLERK, OWN));
        assertThat(ask(standard.narrowedBy(nothing), CLERK, OWN)).isEqualTo(Decision.deny());
        assertThat(ask(nothing.narrowedBy(everything), CLERK, OWN)).isEqualTo(Decision.deny());
        assertThatThrownBy(() -> ask(
                        standard.narrowedBy((tx, actor, permission) -> Decision.allow(Scope.wholeTenant(OTHER))),
                        CLERK,
                        OWN))
                .as("a scope of another tenant")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noPolicyOpensTheWallBetweenTenants() {
        Decision foreign = Decision.allow(Scope.wholeTenant(OTHER));
        for (Actor anyone : List.of(ANONYMOUS, CUSTOMER, EDITOR, SYSTEM)) {
            assertThat(Walls.enclose(foreign, anyone, Set.of()))
                    .as("%s", anyone)
                    .isEqualTo(Decision.deny());
            assertThat(Walls.enclose(Decision.deny(), anyone, Set.of())).isEqualTo(Decision.deny());
        }
    }

    @Test
    void noPolicyOpensTheWallBetweenCustomers() {
        AccessLabel foreign = AccessLabel.of(ACME).ownedBy(MAX);
        Decision everything = Decision.allow(ALL);
        for (Actor outsider : List.of(ANONYMOUS, CUSTOMER, CUSTOMER.withRoles("editor", "clerk"))) {
            assertThat(scope(Walls.enclose(everything, outsider, Set.of())).covers(foreign))
                    .isFalse();
            assertThat(scope(Walls.enclose(everything, outsider, Set.of(MAX))).covers(foreign))
                    .isTrue();
        }
        assertThat(scope(Walls.enclose(everything, CUSTOMER, Set.of(MAX)))
                        .covers(AccessLabel.of(ACME).ownedBy(ERIKA)))
                .as("her own, while she acts for another")
                .isFalse();
        assertThat(scope(Walls.enclose(everything, ANONYMOUS, Set.of()))
                        .covers(AccessLabel.of(ACME).ownedBy(CustomerId.of("anonymous"))))
                .isFalse();
        for (Actor staff : List.of(EDITOR, SYSTEM)) {
            assertThat(Walls.enclose(everything, staff, Set.of())).isEqualTo(everything);
        }
    }

    private Decision ask(AccessPolicy policy, Actor actor, Permission permission) {
        return memory.read((Tx tx) -> policy.decide(tx, actor, permission));
    }

    private static Scope scope(Decision decision) {
        return ((Decision.Allow) decision).scope();
    }
}
