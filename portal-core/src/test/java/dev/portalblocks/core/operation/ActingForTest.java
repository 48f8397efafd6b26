// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditEntry.Outcome;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.Mandate.Kind;
import dev.portalblocks.core.mandate.Mandate.Terms;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateSource;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever acts for another reaches what a mandate lets them reach, and nothing else; whoever does not, their own. */
class ActingForTest {
    private static final TenantId ACME = Workshop.ACME;
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final CustomerId MAX = CustomerId.of("4712");
    private static final CustomerId ANNA = CustomerId.of("4713");
    private static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    private static final Actor FOR_MAX = ERIKA.actingFor(MAX);
    private static final Permission OWN = Permission.forOwners("note.own");
    private static final Permission OTHER = Permission.forOwners("note.other");
    private static final Operation PUT = Operation.writing("test.own.put", OWN);
    private static final Operation FIND = Operation.reading("test.own.find", OWN);
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00.123456Z");
    private static final Terms EVERYTHING = Terms.everything(Kind.POWER_OF_ATTORNEY, NOW);

    private final Workshop workshop = new Workshop();
    private int given;
    private int made;

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void withAMandateOneReachesThePrincipalAndNothingOfOnesOwn() {
        give(ERIKAS, MAX, EVERYTHING);
        Scope scope = find(FOR_MAX, OperationContext::scope);
        assertThat(scope).isEqualTo(Scope.wholeTenant(ACME).ofCustomers(Bound.only(Set.of(MAX))));
        assertThat(scope.covers(AccessLabel.of(ACME).ownedBy(ERIKAS))).isFalse();
        assertThat(find(FOR_MAX, OperationContext::findPrincipal)).contains(MAX);
        Optional<Scope> further = find(FOR_MAX, context -> context.scopeOf(OTHER));
        assertThat(further).contains(scope);
    }

    @Test
    void whoDoesNotAskToHasTheirOwnDataWhateverMandatesThereAre() {
        give(ERIKAS, MAX, EVERYTHING);
        assertThat(find(ERIKA, OperationContext::scope))
                .isEqualTo(Scope.wholeTenant(ACME).ofCustomers(Bound.only(Set.of(ERIKAS))));
        assertThat(find(ERIKA, OperationContext::findPrincipal)).contains(ERIKAS);
        assertThat(find(Actor.system(ACME, "p"), OperationContext::findPrincipal))
                .isEmpty();
    }

    @Test
    void noPolicyLetsAMandateReachFurther() {
        AccessPolicy open = (tx, actor, permission) -> Decision.allow(Scope.wholeTenant(ACME));
        give(ERIKAS, MAX, EVERYTHING);
        try (Operations opened = operations(open, workshop.storage.mandates())) {
            Scope scope = opened.perform(FIND, FOR_MAX, "", OperationContext::scope);
            assertThat(scope.customers()).isEqualTo(Bound.only(Set.of(MAX)));
        }
    }

    @Test
    void withoutAMandateItIsRefusedAndRecordedWithBothNames() {
        List<CustomerId> principals = List.of(MAX, CustomerId.of("nobody has this number"));
        for (CustomerId principal : principals) {
            assertMissing(() -> put(ERIKA.actingFor(principal)));
            assertMissing(() -> find(ERIKA.actingFor(principal), OperationContext::scope));
        }
        assertThat(workshop.audit()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            assertNames(workshop.audit().get(i), Outcome.DENIED, principals.get(i / 2));
        }
        assertThat(workshop.notes()).isEmpty();
    }

    @Test
    void theAuditNamesWhoActedAndForWhom() {
        give(ERIKAS, MAX, EVERYTHING);
        put(FOR_MAX);
        put(ERIKA);
        assertThat(workshop.audit()).hasSize(2);
        assertNames(workshop.audit().get(0), Outcome.DONE, MAX);
        assertThat(workshop.audit().get(1).onBehalfOf()).isNull();
        assertThat(workshop.audit().get(1).customer()).isEqualTo(ERIKAS);
        assertThatThrownBy(() -> workshop.operations.perform(PUT, FOR_MAX, "", context -> {
                    throw context.denied(ObjectRef.of("note", "1"), "note.locked");
                }))
                .isInstanceOf(AccessDenied.class);
        assertNames(workshop.audit().get(2), Outcome.DENIED, MAX);
    }

    @Test
    void aMandateAllowsWhatItNamesWhileItIsValid() {
        Duration micro = Duration.ofNanos(1_000);
        List<Terms> sufficient = List.of(
                EVERYTHING,
                EVERYTHING.until(NOW.plus(micro)),
                Terms.only(Kind.HOUSEHOLD, NOW, OTHER, OWN),
                Terms.everything(Kind.ORGANISATION, Instant.EPOCH));
        List<Terms> not = List.of(
                Terms.everything(Kind.HOUSEHOLD, NOW.plus(micro)),
                Terms.everything(Kind.HOUSEHOLD, Instant.EPOCH).until(NOW),
                Terms.everything(Kind.HOUSEHOLD, NOW.plus(micro)).until(NOW),
                Terms.only(Kind.HOUSEHOLD, NOW, OTHER),
                Terms.only(Kind.HOUSEHOLD, NOW));
        for (Terms terms : sufficient) {
            assertThat(find(terms)).as("%s", terms).isEqualTo("found");
        }
        for (Terms terms : not) {
            assertThatThrownBy(() -> find(terms)).as("%s", terms).isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void oneOfSeveralMandatesIsEnough() {
        give(ERIKAS, MAX, Terms.only(Kind.HOUSEHOLD, NOW, OTHER));
        assertMissing(() -> put(FOR_MAX));
        give(ERIKAS, MAX, Terms.only(Kind.HOUSEHOLD, NOW, OWN));
        put(FOR_MAX);
        assertThat(workshop.notes()).containsExactly("4712");
    }

    @Test
    void aRevokedMandateHasNoEffectFromTheNextCallOnWhateverTheClockSays() {
        Mandate mandate = give(ERIKAS, MAX, Terms.everything(Kind.HOUSEHOLD, Instant.EPOCH));
        put(FOR_MAX);
        workshop.memory.write(tx -> workshop.storage.mandates().update(tx, mandate.revoked(NOW), 1));
        assertMissing(() -> put(FOR_MAX));
        workshop.clock.move(Duration.ofDays(-1)); // a node that lags behind
        assertMissing(() -> put(FOR_MAX));
        assertThat(workshop.notes()).containsExactly("4712");
    }

    @Test
    void aMandateIsForItsHolderItsPrincipalAndItsTenant() {
        give(ERIKAS, MAX, EVERYTHING);
        for (Actor other : List.of(
                Actor.customer(ACME, MAX).actingFor(ERIKAS),
                Actor.customer(ACME, ANNA).actingFor(MAX),
                ERIKA.actingFor(ANNA),
                Actor.customer(TenantId.of("other"), ERIKAS).actingFor(MAX))) {
            assertMissing(() -> put(other));
        }
    }

    @Test
    void oneStepIsLookedUpAndNoFurther() {
        List<String> asked = new ArrayList<>();
        MandateSource chain = (tx, tenant, holder, principal) -> {
            asked.add(holder + " for " + principal);
            boolean inTheChain = Set.of("4711 for 4712", "4712 for 4713").contains(holder + " for " + principal);
            return inTheChain ? List.of(EVERYTHING) : List.of();
        };
        try (Operations hosted = operations(RolePolicy.standard(), chain)) {
            Optional<Scope> further = hosted.perform(FIND, FOR_MAX, "", context -> context.scopeOf(OTHER));
            assertThat(further).isPresent();
            assertThat(asked).as("once in an operation").containsExactly("4711 for 4712");
            assertMissing(() -> hosted.perform(FIND, ERIKA.actingFor(ANNA), "", OperationContext::scope));
            assertThat(asked).containsExactly("4711 for 4712", "4711 for 4713");
            hosted.perform(FIND, ERIKA, "", OperationContext::scope);
            assertThat(asked).as("nobody is asked in one's own name").hasSize(2);
        }
    }

    @Test
    void aSourceThatFailsLendsNoMandateAndStorageThatFailsSaysSo() {
        try (Operations broken = operations(RolePolicy.standard(), (tx, tenant, holder, principal) -> {
            throw new IllegalStateException("test");
        })) {
            assertMissing(() -> broken.perform(FIND, FOR_MAX, "", OperationContext::scope));
        }
        try (Operations down = operations(RolePolicy.standard(), (tx, tenant, holder, principal) -> {
            throw new StorageFailure("storage.unavailable", true, null);
        })) {
            assertThatThrownBy(() -> down.perform(FIND, FOR_MAX, "", OperationContext::scope))
                    .isInstanceOf(StorageFailure.class);
        }
    }

    @Test
    void aFurtherPermissionNeedsToBeInTheMandateToo() {
        give(ERIKAS, MAX, Terms.only(Kind.HOUSEHOLD, NOW, OWN));
        Optional<Scope> further = find(FOR_MAX, context -> context.scopeOf(OTHER));
        assertThat(further).isEmpty();
        assertThat(workshop.audit()).isEmpty();
    }

    @Test
    void aMandateGivesNothingThatThePolicyDoesNot() {
        give(ERIKAS, MAX, EVERYTHING);
        assertThatThrownBy(() -> workshop.write(FOR_MAX, "text", "1"))
                .isInstanceOfSatisfying(
                        AccessDenied.class, denied -> assertThat(denied.code()).isEqualTo("note.edit.denied"));
    }

    @Test
    void aKeyThatWasUsedForOneIsFreeForAnother() {
        give(ERIKAS, MAX, EVERYTHING);
        give(ERIKAS, ANNA, EVERYTHING);
        List<Actor> names = List.of(ERIKA, FOR_MAX, ERIKA.actingFor(ANNA));
        List<UUID> first = names.stream().map(this::createOnce).toList();
        List<UUID> again = names.stream().map(this::createOnce).toList();
        assertThat(first).doesNotHaveDuplicates().isEqualTo(again);
    }

    private String find(Terms terms) {
        try (Operations hosted = operations(RolePolicy.standard(), (tx, tenant, holder, principal) -> List.of(terms))) {
            return hosted.perform(FIND, FOR_MAX, "", context -> "found");
        }
    }

    private <R> R find(Actor actor, Function<OperationContext, R> body) {
        return workshop.operations.perform(FIND, actor, "", body);
    }

    private String put(Actor actor) {
        return workshop.operations.perform(PUT, actor, "", context -> {
            String owner = context.findPrincipal().orElseThrow().value();
            workshop.notes.put(context.tx(), context.newId().toString(), owner);
            return owner;
        });
    }

    private UUID createOnce(Actor actor) {
        Creation<UUID> creation =
                new Creation<>(IdempotencyKey.of("once"), (context, id) -> id, (context, earlier) -> earlier);
        return workshop.operations.create(PUT, actor, "", creation);
    }

    private Mandate give(CustomerId holder, CustomerId principal, Terms terms) {
        return workshop.memory.write(tx -> {
            MandateId id = MandateId.of(UUID.nameUUIDFromBytes(new byte[] {(byte) given++}));
            Mandate mandate = new Mandate(ACME, id, holder, principal, terms, null, 1);
            assertThat(workshop.storage.mandates().insert(tx, mandate)).isTrue();
            return mandate;
        });
    }

    private Operations operations(AccessPolicy policy, MandateSource mandates) {
        return new Operations(
                workshop.storage,
                new Surroundings(workshop.clock, new Random(4713 + made++), policy, mandates),
                workshop.types);
    }

    private static void assertNames(AuditEntry entry, Outcome outcome, CustomerId principal) {
        assertThat(entry.outcome()).isEqualTo(outcome);
        assertThat(entry.actor()).isEqualTo("4711");
        assertThat(entry.onBehalfOf()).isEqualTo(principal);
        assertThat(entry.customer()).isEqualTo(principal);
    }

    private static void assertMissing(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AccessDenied.class, denied -> assertThat(denied.code()).isEqualTo("mandate.missing"));
    }
}
