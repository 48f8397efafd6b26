// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfileChanged;
import dev.portalblocks.profile.model.ProfilePatch;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PortalTest {
    private static final TenantId ACME = TenantId.of("acme");

    @Test
    void aBlockIsCreatedOnce() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Profiles.of(portal, MemoryProfileStorage.in(memory));
            assertThatThrownBy(() -> Profiles.of(portal, MemoryProfileStorage.in(memory)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("profile");
            assertThat(portal.blocks()).extracting(BlockContribution::block).containsOnlyOnce("profile");
        }
    }

    @Test
    void aClosedPortalCarriesOutNothingMore() {
        Memory memory = new Memory();
        Portal portal = Portal.of(memory);
        Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
        Actor erika = Actor.customer(ACME, CustomerId.of("4711"));
        portal.close();
        portal.close();
        assertClosed(() -> profiles.read(erika, CustomerId.of("4711")));
        assertClosed(() -> profiles.changes(erika, CustomerId.of("4711"), PageRequest.first(1)));
    }

    private static void assertClosed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void aStorageThatCommitsElsewhereIsRefusedAndNotRegistered() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            assertThatThrownBy(() -> Profiles.of(portal, MemoryProfileStorage.in(new Memory())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("profile");
            Profiles.of(portal, MemoryProfileStorage.in(memory));
        }
    }

    @Test
    void aBlockWithAnotherRecordUnderAKnownTypeIsRefusedAndNotRegistered() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Profiles.of(portal, MemoryProfileStorage.in(memory));
            BlockContribution impostor = BlockContribution.of("impostor")
                    .emitting(new EventType<>(ProfileChanged.TYPE.name(), MaintenanceTask.class));
            assertThatThrownBy(() -> portal.register(impostor))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(ProfileChanged.TYPE.name());
            assertThat(portal.blocks()).doesNotContain(impostor);
        }
    }

    @Test
    void coresOwnPartsAreRegisteredAndTheirTasksListed() {
        try (Portal portal = Portal.of(new Memory())) {
            assertThat(portal.blocks()).extracting(BlockContribution::block).contains("audit", "core", "content");
            assertThat(portal.maintenance())
                    .extracting(MaintenanceTask::name)
                    .containsExactly(
                            "core.idempotency.purge",
                            "core.content.sweep",
                            "core.content.reconcile",
                            "core.event.expire");
        }
    }

    @Test
    void theRegisterIsNotChangedFromOutside() {
        try (Portal portal = Portal.of(new Memory())) {
            List<BlockContribution> blocks = portal.blocks();
            assertThatThrownBy(blocks::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void theDefaultLanguageIsGermanUntilAnotherIsChosen() {
        try (Portal german = Portal.of(new Memory());
                Portal english = Portal.builder(MemoryCoreStorage.in(new Memory()))
                        .defaultLanguage(LanguageTag.ENGLISH)
                        .build()) {
            assertThat(german.defaultLanguage()).isEqualTo(LanguageTag.GERMAN);
            assertThat(english.defaultLanguage()).isEqualTo(LanguageTag.ENGLISH);
        }
    }

    @Test
    void auditorsReadTheTrailOfTheirTenantPageByPage() {
        try (Portal portal = Portal.of(new Memory())) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> portal.housekeeping().purgeIdempotencyKeys(Actor.anonymous(ACME)))
                        .isInstanceOf(PortalException.AccessDenied.class);
            }
            Actor auditor = Actor.agent(ACME, "a", "auditor");
            Page<AuditEntry> first = portal.auditTrail().list(auditor, PageRequest.first(2));
            Page<AuditEntry> last =
                    portal.auditTrail().list(auditor, PageRequest.first(2).after(first.next()));
            assertThat(first.items()).hasSize(2).doesNotContainAnyElementsOf(last.items());
            assertThat(last.items()).hasSize(1);
            assertThat(last.findNext()).isEmpty();
            Actor foreign = Actor.agent(TenantId.of("other"), "a", "auditor");
            assertThat(portal.auditTrail().list(foreign, PageRequest.first(2)).items())
                    .isEmpty();
        }
    }

    @Test
    void whoIsRestrictedToCustomersReadsTheirEntriesAlone() {
        CustomerId erika = CustomerId.of("4711");
        Scope erikas = Scope.wholeTenant(ACME).ofCustomers(Bound.only(List.of(erika)));
        AccessPolicy auditingHerOnly = (tx, actor, permission) ->
                Decision.allow(permission.equals(AuditTrail.READ) ? erikas : Scope.wholeTenant(ACME));
        Memory memory = new Memory();
        try (Portal portal = Portal.builder(MemoryCoreStorage.in(memory))
                .policy(RolePolicy.standard().narrowedBy(auditingHerOnly))
                .build()) {
            Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
            Actor clerk = Actor.agent(ACME, "c", "service");
            ProfilePatch patch = ProfilePatch.builder().givenName("Erika").build();
            profiles.change(clerk, ChangeProfile.of(erika, patch));
            profiles.change(clerk, ChangeProfile.of(CustomerId.of("4712"), patch));
            assertThatThrownBy(() -> portal.housekeeping().purgeIdempotencyKeys(clerk))
                    .isInstanceOf(PortalException.AccessDenied.class);

            Actor auditor = Actor.agent(ACME, "a", "auditor");
            assertThat(portal.auditTrail().list(auditor, PageRequest.first(1)).items())
                    .extracting(AuditEntry::customer)
                    .containsExactly(erika);
            assertThat(portal.auditTrail().list(auditor, PageRequest.first(9)).items())
                    .hasSize(1);
        }
    }

    @Test
    void nobodyElseReadsTheTrail() {
        try (Portal portal = Portal.of(new Memory())) {
            for (Actor other : List.of(
                    Actor.anonymous(ACME),
                    Actor.customer(ACME, CustomerId.of("4711")).withRoles("auditor"),
                    Actor.agent(ACME, "e", "editor"))) {
                assertThatThrownBy(() -> portal.auditTrail().list(other, PageRequest.first(2)))
                        .isInstanceOfSatisfying(
                                PortalException.AccessDenied.class,
                                e -> assertThat(e.code()).isEqualTo("audit.read.denied"));
            }
        }
    }
}
