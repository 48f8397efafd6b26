// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.Mandate.Kind;
import dev.portalblocks.core.mandate.MandateGranted;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateRevoked;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MandatesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final CustomerId MAXES = CustomerId.of("4712");
    private static final CustomerId ANNAS = CustomerId.of("4713");
    private static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    private static final Actor MAX = Actor.customer(ACME, MAXES);
    private static final Actor ANNA = Actor.customer(ACME, ANNAS);
    private static final Actor CLERK = Actor.agent(ACME, "clerk", "service");
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00.123456Z");
    private static final PageRequest PAGE = PageRequest.first(10);

    private final OwnedClock clock = OwnedClock.atNoon();
    private final Memory memory = new Memory();
    private final MemoryCoreStorage storage = MemoryCoreStorage.in(memory);
    private final Portal portal =
            Portal.builder(storage).clock(clock).random(new Random(4711)).build();
    private final Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
    private final Mandates mandates = portal.mandates();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void aCustomerLetsAnotherActUntilItIsTakenBack() {
        profiles.change(MAX, city("Bonn"));
        Mandate mandate = mandates.grant(MAX, everything(MAXES, ERIKAS));
        assertThat(mandate)
                .isEqualTo(new Mandate(
                        ACME, mandate.id(), ERIKAS, MAXES, Mandate.Terms.everything(Kind.HOUSEHOLD, NOW), null, 1));
        assertThat(profiles.read(ERIKA.actingFor(MAXES), MAXES).data().city()).isEqualTo("Bonn");

        Mandate revoked = mandates.revoke(MAX, RevokeMandate.of(mandate.id()));
        assertThat(revoked).isEqualTo(mandate.revoked(NOW));
        assertCode("mandate.missing", () -> profiles.read(ERIKA.actingFor(MAXES), MAXES));
    }

    @Test
    void anEventAndAnAuditEntryTellOfEachStep() {
        Mandate mandate = mandates.grant(CLERK, everything(MAXES, ERIKAS));
        mandates.revoke(ERIKA, RevokeMandate.of(mandate.id()));
        assertThat(events())
                .containsExactly(
                        new MandateGranted(mandate.id(), ERIKAS, MAXES, 1),
                        new MandateRevoked(mandate.id(), ERIKAS, MAXES, 2));
        assertThat(audit()).extracting(AuditEntry::operation).containsExactly("mandates.grant", "mandates.revoke");
        assertThat(audit()).extracting(AuditEntry::customer).containsOnly(MAXES);
        assertThat(audit()).extracting(AuditEntry::actor).containsExactly("clerk", "4711");
    }

    @Test
    void whatWasTakenBackOnceIsTakenBack() {
        Mandate mandate = mandates.grant(MAX, everything(MAXES, ERIKAS));
        Mandate revoked = mandates.revoke(MAX, RevokeMandate.of(mandate.id()).expecting(1));
        clock.move(Duration.ofHours(1));
        assertThat(mandates.revoke(ERIKA, RevokeMandate.of(mandate.id()))).isEqualTo(revoked);
        assertCode(
                "mandate.version-conflict",
                () -> mandates.revoke(MAX, RevokeMandate.of(mandate.id()).expecting(1)));
        assertThat(events()).hasSize(2);
        assertThat(audit()).hasSize(2);
    }

    @Test
    void bothOfTheTwoSeeAMandateAndNobodyElseDoes() {
        Mandate mandate = mandates.grant(MAX, everything(MAXES, ERIKAS));
        assertThat(mandates.given(MAX, MAXES, PAGE).items()).containsExactly(mandate);
        assertThat(mandates.held(ERIKA, ERIKAS, PAGE).items()).containsExactly(mandate);
        assertThat(mandates.given(CLERK, MAXES, PAGE).items()).containsExactly(mandate);
        assertThat(mandates.held(MAX, MAXES, PAGE).items()).isEmpty();
        assertThat(mandates.given(ANNA, MAXES, PAGE).items()).isEmpty();
        assertCode("mandate.not-found", () -> mandates.revoke(ANNA, RevokeMandate.of(mandate.id())));
        MandateId absent = MandateId.of(new UUID(1, 1));
        assertCode("mandate.not-found", () -> mandates.revoke(MAX, RevokeMandate.of(absent)));
    }

    @Test
    void nobodyGivesAMandateForAnother() {
        assertCode("customer.not-found", () -> mandates.grant(ERIKA, everything(MAXES, ERIKAS)));
        assertCode("customer.not-found", () -> mandates.grant(ERIKA, everything(MAXES, ANNAS)));
        assertCode(
                "mandates.edit.denied",
                () -> mandates.grant(Actor.agent(ACME, "e", "editor"), everything(MAXES, ERIKAS)));
        assertCode("mandates.edit.denied", () -> mandates.grant(Actor.anonymous(ACME), everything(MAXES, ERIKAS)));
    }

    @Test
    void whoActsForAnotherCanNeitherHandThatOnNorTakeItBack() {
        Mandate mandate = mandates.grant(MAX, everything(MAXES, ERIKAS));
        Actor forMax = ERIKA.actingFor(MAXES);
        assertCode("mandate.in-own-name", () -> mandates.grant(forMax, everything(MAXES, ANNAS)));
        assertCode("mandate.in-own-name", () -> mandates.revoke(forMax, RevokeMandate.of(mandate.id())));
        assertThat(mandates.given(forMax, MAXES, PAGE).items()).containsExactly(mandate);
        assertThat(audit()).hasSize(3);
        assertThat(audit().get(1).onBehalfOf()).isEqualTo(MAXES);
    }

    @Test
    void aHostsPolicyCanTurnOffThatCustomersGiveMandates() {
        Scope all = Scope.wholeTenant(ACME);
        try (Portal strict = Portal.builder(MemoryCoreStorage.in(new Memory()))
                .policy((tx, actor, permission) ->
                        actor.kind() == Actor.Kind.CUSTOMER && permission.equals(Mandates.EDIT)
                                ? Decision.deny()
                                : Decision.allow(all))
                .build()) {
            assertCode("mandates.edit.denied", () -> strict.mandates().grant(MAX, everything(MAXES, ERIKAS)));
            assertThat(strict.mandates().grant(CLERK, everything(MAXES, ERIKAS)).holder())
                    .isEqualTo(ERIKAS);
        }
    }

    @Test
    void aChainIsRefusedFromEitherEnd() {
        mandates.grant(MAX, everything(MAXES, ERIKAS));
        assertCode("mandate.chain", () -> mandates.grant(ERIKA, everything(ERIKAS, ANNAS)));
        assertCode("mandate.chain", () -> mandates.grant(ANNA, everything(ANNAS, MAXES)));
        assertCode("mandate.circle", () -> mandates.grant(ERIKA, everything(ERIKAS, MAXES)));
        assertThat(mandates.grant(ANNA, everything(ANNAS, ERIKAS)).holder())
                .as("one holds several")
                .isEqualTo(ERIKAS);
        assertThat(mandates.grant(MAX, everything(MAXES, CustomerId.of("4714"))).principal())
                .as("one gives several")
                .isEqualTo(MAXES);
        assertThat(mandates.grant(MAX, everything(MAXES, ERIKAS)).principal())
                .as("the same again")
                .isEqualTo(MAXES);
        assertThat(events()).hasSize(4);
    }

    @Test
    void whatHasEndedMakesNoChainAndWhatIsYetToBeginDoes() {
        Mandate ending = mandates.grant(MAX, everything(MAXES, ERIKAS).until(NOW.plusSeconds(60)));
        clock.move(Duration.ofSeconds(59));
        assertCode("mandate.chain", () -> mandates.grant(ERIKA, everything(ERIKAS, ANNAS)));
        clock.move(Duration.ofSeconds(1));
        Mandate later = mandates.grant(ERIKA, everything(ERIKAS, ANNAS).from(NOW.plusSeconds(600)));
        assertCode("mandate.chain", () -> mandates.grant(MAX, everything(MAXES, ERIKAS)));
        assertCode("mandate.circle", () -> mandates.grant(ANNA, everything(ANNAS, ERIKAS)));
        mandates.revoke(ANNA, RevokeMandate.of(later.id()));
        assertThat(mandates.grant(MAX, everything(MAXES, ERIKAS)).id()).isNotEqualTo(ending.id());
    }

    @Test
    void aMandateThatMeansNothingIsInvalid() {
        assertCode("mandate.self", () -> mandates.grant(MAX, everything(MAXES, MAXES)));
        assertCode(
                "mandate.period",
                () -> mandates.grant(MAX, everything(MAXES, ERIKAS).until(NOW)));
        assertCode(
                "mandate.period",
                () -> mandates.grant(
                        MAX, everything(MAXES, ERIKAS).from(NOW.plusSeconds(2)).until(NOW.plusSeconds(2))));
        for (String unknown : List.of("profile.peek", "audit.read", "mandates.edit", "mandates.revoke", "")) {
            assertCode(
                    "mandate.permission-unknown",
                    () -> mandates.grant(
                            MAX,
                            new GrantMandate(
                                    MAXES, ERIKAS, Kind.HOUSEHOLD, Set.of("profile.read", unknown), null, null, null)));
        }
        assertThat(mandates.given(MAX, MAXES, PAGE).items()).isEmpty();
    }

    @Test
    void aMandateBeginsWhenItIsGivenAtTheEarliest() {
        Mandate mandate = mandates.grant(MAX, everything(MAXES, ERIKAS).from(Instant.EPOCH));
        assertThat(mandate.terms().from()).isEqualTo(NOW);
        Mandate later = mandates.grant(MAX, everything(MAXES, ERIKAS).from(NOW.plusNanos(86_400_000_000_999L)));
        assertThat(later.terms().from()).isEqualTo(NOW.plusSeconds(86_400));
    }

    @Test
    void aMandateForSomePermissionsIsForThese() {
        profiles.change(MAX, city("Bonn"));
        mandates.grant(MAX, GrantMandate.only(MAXES, ERIKAS, Kind.ORGANISATION, Profiles.READ));
        Actor forMax = ERIKA.actingFor(MAXES);
        assertThat(profiles.read(forMax, MAXES).data().city()).isEqualTo("Bonn");
        assertCode("mandate.missing", () -> profiles.change(forMax, city("Köln")));
    }

    @Test
    void oneKeyGivesOneMandate() {
        GrantMandate once = everything(MAXES, ERIKAS).once(IdempotencyKey.of("k"));
        Mandate mandate = mandates.grant(MAX, once);
        Mandate revoked = mandates.revoke(MAX, RevokeMandate.of(mandate.id()));
        assertThat(mandates.grant(MAX, once)).isEqualTo(revoked);
        assertThat(mandates.given(MAX, MAXES, PAGE).items()).containsExactly(revoked);
    }

    @Test
    void ownAndOthersDataAreNeverMixed() {
        profiles.change(MAX, city("Bonn"));
        profiles.change(
                ERIKA,
                ChangeProfile.of(ERIKAS, ProfilePatch.builder().city("1", "Ulm").build()));
        mandates.grant(MAX, everything(MAXES, ERIKAS));
        assertCode("profile.not-found", () -> profiles.read(ERIKA.actingFor(MAXES), ERIKAS));
        assertCode("profile.not-found", () -> profiles.read(ERIKA, MAXES));
        assertCode(
                "profile.not-found",
                () -> profiles.change(
                        ERIKA.actingFor(MAXES),
                        ChangeProfile.of(
                                ERIKAS, ProfilePatch.builder().city("1", "Köln").build())));
        profiles.change(ERIKA.actingFor(MAXES), city("Köln"));
        assertThat(profiles.read(MAX, MAXES).data().city()).isEqualTo("Köln");
        assertThat(profiles.read(ERIKA, ERIKAS).data().city()).isEqualTo("Ulm");
    }

    private static GrantMandate everything(CustomerId principal, CustomerId holder) {
        return GrantMandate.everything(principal, holder, Kind.HOUSEHOLD);
    }

    private static ChangeProfile city(String name) {
        return ChangeProfile.of(MAXES, ProfilePatch.builder().city("1", name).build());
    }

    private List<Record> events() {
        List<RecordedEvent> recorded = memory.read(
                tx -> storage.events().read(tx, ACME, LogPosition.START, 1_000).events());
        return recorded.stream()
                .filter(event -> event.type().startsWith("portalblocks.mandates."))
                .map(MandatesTest::data)
                .toList();
    }

    private static Record data(RecordedEvent event) {
        boolean granted = event.type().equals(MandateGranted.TYPE.name());
        Class<? extends Record> type = granted ? MandateGranted.class : MandateRevoked.class;
        try {
            return new ObjectMapper().readValue(event.data(), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(event.data(), e);
        }
    }

    private List<AuditEntry> audit() {
        return memory.read(tx -> storage.audit().list(tx, Scope.wholeTenant(ACME), null, 1_000)).stream()
                .filter(entry -> entry.operation().startsWith("mandates."))
                .toList();
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
