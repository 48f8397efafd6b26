// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.AccessRule.Condition;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Mandates under a policy that the guide shows. */
class MandatePoliciesTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final CustomerId MAXES = CustomerId.of("4712");
    private static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    private static final Actor MAX = Actor.customer(ACME, MAXES);
    private static final Actor ANNA = Actor.customer(ACME, CustomerId.of("4713"));
    private static final Actor CLERK = Actor.agent(ACME, "sabine", "service");
    private static final GrantMandate FOR_MAX = GrantMandate.everything(MAXES, ERIKAS, Mandate.Kind.POWER_OF_ATTORNEY);

    /** Nobody has to wait for the company to be rid of one. */
    @Test
    void whoMayGiveNoneTakesBackAllTheSame() {
        try (Portal strict = Portal.builder(MemoryCoreStorage.in(new Memory()))
                .policy(RolePolicy.standard().without(Mandates.EDIT, Condition.OWN))
                .build()) {
            assertCode("mandates.edit.denied", () -> strict.mandates().grant(MAX, FOR_MAX));
            for (Actor either : List.of(ERIKA, MAX)) {
                Mandate mandate = strict.mandates().grant(CLERK, FOR_MAX);
                assertThat(strict.mandates()
                                .revoke(either, RevokeMandate.of(mandate.id()))
                                .revokedAt())
                        .isNotNull();
            }
            Mandate mandate = strict.mandates().grant(CLERK, FOR_MAX);
            assertCode("mandate.not-found", () -> strict.mandates().revoke(ANNA, RevokeMandate.of(mandate.id())));
            assertCode(
                    "mandate.in-own-name",
                    () -> strict.mandates().revoke(ERIKA.actingFor(MAXES), RevokeMandate.of(mandate.id())));
        }
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortalException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
