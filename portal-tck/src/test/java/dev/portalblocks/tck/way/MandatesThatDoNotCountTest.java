// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.Mandate.Terms;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What customers may do themselves, nobody does for them by a mandate that is no longer or not yet valid, that is for
 * something else or somebody else; and who has one for two customers never sees the one's data in the other's name.
 */
class MandatesThatDoNotCountTest {
    private static final Rules RULES = Rules.checkedIn();
    private static final CustomerId PRINCIPAL = SampleWorld.OTTO;
    private static Worlds worlds;

    @BeforeAll
    static void compose() {
        worlds = new Worlds();
    }

    @AfterAll
    static void close() {
        worlds.close();
    }

    /** Why a mandate does not count. */
    private enum Flaw {
        MISSING,
        REVOKED,
        EXPIRED,
        NOT_YET_VALID,
        FOR_OTHER_PERMISSIONS,
        THE_OTHER_WAY_ROUND,
        OF_ANOTHER_TENANT,
        IN_A_CHAIN;

        CustomerId holder() {
            return CustomerId.of(name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aMandateThatDoesNotCountIsNone(String operation) {
        SampleWorld world = worlds.next();
        Invoker invoker = Invokers.of(operation);
        List<String> complaints = new ArrayList<>();
        for (Flaw flaw : Flaw.values()) {
            give(world, flaw, world.portal.operation(operation).permission());
            Actor actor = Actor.customer(world.here, flaw.holder()).actingFor(PRINCIPAL);
            Trial trial = Trial.of(world, invoker, actor, world.target.of(PRINCIPAL));
            if (!isRefused(trial)) {
                complaints.add(flaw + ": " + trial.refusal() + ", entries " + trial.newEntries());
            }
        }
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operationsForAnother")
    void whatIsAnothersIsForeignWhoeverOneActsFor(String operation) {
        SampleWorld world = worlds.next();
        Rule.Outcome foreign = RULES.of(operation).stream()
                .filter(rule -> rule.actor().kind() == Actor.Kind.CUSTOMER
                        && rule.customer() == Rule.Customer.FOREIGN
                        && rule.tenant() == Rule.Tenant.OWN)
                .findFirst()
                .orElseThrow()
                .outcome();
        Trial trial = Trial.of(
                world,
                Invokers.of(operation),
                world.mandated(world.here, SampleWorld.ERIKA),
                world.target.of(SampleWorld.OTTO)); // for whom the actor has a mandate as well
        boolean kept = switch (foreign) {
            case NOT_FOUND -> trial.failure() instanceof PortalException.NotFound;
            case EMPTY -> trial.failure() == null && !trial.shown();
            case CONFLICT -> trial.failure() instanceof PortalException.Conflict;
            case UNCHANGED -> trial.failure() == null;
            default -> false;
        };
        assertThat(kept)
                .as("%s came to %s, shown: %s", operation, trial.refusal(), trial.shown())
                .isTrue();
        assertThat(trial.isNothingLeft()).isTrue();
    }

    @Test
    void manyOperationsAreTried() {
        assertThat(operations()).hasSizeGreaterThan(30);
        assertThat(operationsForAnother()).hasSizeGreaterThan(20);
    }

    private static boolean isRefused(Trial trial) {
        List<AuditEntry> entries = trial.newEntries();
        return trial.failure() instanceof PortalException.AccessDenied denied
                && denied.code().equals("mandate.missing")
                && trial.isNothingChanged()
                && entries.size() == 1
                && entries.get(0).outcome() == AuditEntry.Outcome.DENIED
                && entries.get(0).actor().equals(trial.actor().identity())
                && PRINCIPAL.equals(entries.get(0).onBehalfOf());
    }

    private static void give(SampleWorld world, Flaw flaw, Permission permission) {
        Instant now = world.portal.time.instant();
        Duration hour = Duration.ofHours(1);
        Terms sound = Terms.everything(Mandate.Kind.HOUSEHOLD, now.minus(hour));
        CustomerId holder = flaw.holder();
        switch (flaw) {
            case MISSING -> {}
            case REVOKED -> give(world, world.here, holder, PRINCIPAL, sound, now);
            case EXPIRED -> give(world, world.here, holder, PRINCIPAL, sound.until(now.minusSeconds(1)), null);
            case NOT_YET_VALID -> {
                Terms later = Terms.everything(Mandate.Kind.HOUSEHOLD, now.plus(hour));
                give(world, world.here, holder, PRINCIPAL, later, null);
            }
            case FOR_OTHER_PERMISSIONS -> {
                Set<String> others = world.portal.portal.permissions().stream()
                        .map(Permission::name)
                        .filter(name -> !name.equals(permission.name()))
                        .collect(Collectors.toSet());
                Terms other = new Terms(Mandate.Kind.HOUSEHOLD, others, now.minus(hour), null);
                give(world, world.here, holder, PRINCIPAL, other, null);
            }
            case THE_OTHER_WAY_ROUND -> give(world, world.here, PRINCIPAL, holder, sound, null);
            case OF_ANOTHER_TENANT -> give(world, world.elsewhere, holder, PRINCIPAL, sound, null);
            case IN_A_CHAIN -> give(world, world.here, holder, SampleWorld.ANNA, sound, null);
        }
    }

    private static void give(
            SampleWorld world,
            TenantId tenant,
            CustomerId holder,
            CustomerId principal,
            Terms terms,
            @Nullable Instant revokedAt) {
        MandateId id =
                MandateId.of(UUID.nameUUIDFromBytes((holder + "/" + principal).getBytes(StandardCharsets.UTF_8)));
        Mandate mandate = new Mandate(tenant, id, holder, principal, terms, revokedAt, 1);
        assertThat(world.portal.memory.<Boolean>write(
                        tx -> world.portal.core.mandates().insert(tx, mandate)))
                .isTrue();
    }

    /** What customers may do themselves. */
    static Stream<String> operations() {
        return RULES.all().stream()
                .filter(rule -> rule.actor().kind() == Actor.Kind.CUSTOMER
                        && (rule.customer() == Rule.Customer.OWN || rule.customer() == Rule.Customer.NONE)
                        && rule.tenant() == Rule.Tenant.OWN
                        && rule.outcome() == Rule.Outcome.ALLOWED)
                .map(Rule::operation)
                .distinct();
    }

    /** What others may do for them with something that is theirs already. */
    static Stream<String> operationsForAnother() {
        return operations()
                .filter(operation -> RULES.of(operation).stream()
                        .anyMatch(rule ->
                                rule.customer() == Rule.Customer.MANDATED && rule.outcome() == Rule.Outcome.ALLOWED))
                .filter(operation -> RULES.of(operation).stream()
                        .anyMatch(rule -> rule.actor().kind() == Actor.Kind.CUSTOMER
                                && rule.customer() == Rule.Customer.FOREIGN));
    }
}
